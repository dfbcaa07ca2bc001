package org.leadflow.duplicates;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The name of a company without what it is by law, see {@code duplicates/legal-forms.yaml}. */
final class CompanyName {

  private static final LegalForms FORMS = LegalForms.read();

  /** People write them as words, as & or not at all. */
  private static final Pattern AND = Pattern.compile("(?<![^ ])(?:and|und) ");

  private CompanyName() {}

  /**
   * The spellings of the name; empty for null and for what holds no letter. A name that is nothing
   * but a legal form stays as it is.
   */
  static Set<String> spellings(@Nullable String name) {
    if (name == null) {
      return Set.of();
    }
    return Spelling.of(name).stream()
        .map(spelling -> without(AND.matcher(spelling).replaceAll("")))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String without(String spelling) {
    String shorter = FORMS.removedFrom(spelling);
    return shorter.equals(spelling) ? spelling : without(shorter);
  }

  /** Folded like the names they are removed from, with the space beside them, the longest first. */
  private record LegalForms(
      List<String> atTheEnd, List<String> atTheBeginning, List<String> attached) {

    static LegalForms read() {
      try (InputStream list =
          CompanyName.class.getResourceAsStream("/duplicates/legal-forms.yaml")) {
        LegalForms written = new YAMLMapper().readValue(list, LegalForms.class);
        return new LegalForms(
            folded(written.atTheEnd).stream().map(form -> " " + form).toList(),
            folded(written.atTheBeginning).stream().map(form -> form + " ").toList(),
            folded(written.attached));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static List<String> folded(List<String> written) {
      return written.stream()
          .flatMap(form -> Spelling.of(form).stream())
          .distinct()
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();
    }

    /** The name without one form; the same when it has none or would be gone. */
    String removedFrom(String name) {
      return Stream.of(
              atTheEnd.stream().map(form -> cutEnd(name, form)),
              atTheBeginning.stream().map(form -> cutBeginning(name, form)),
              attached.stream().map(form -> cutBeginning(cutEnd(name, form), form)))
          .flatMap(stream -> stream)
          .filter(shorter -> shorter.length() < name.length() && !shorter.isBlank())
          .findFirst()
          .map(String::strip)
          .orElse(name);
    }

    private static String cutEnd(String name, String end) {
      return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    private static String cutBeginning(String name, String beginning) {
      return name.startsWith(beginning) ? name.substring(beginning.length()) : name;
    }
  }
}
