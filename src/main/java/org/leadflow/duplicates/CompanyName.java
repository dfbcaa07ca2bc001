package org.leadflow.duplicates;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  /** Folded like the names they are removed from; the longest is removed first. */
  private record LegalForms(
      Set<String> atTheEnd, Set<String> atTheBeginning, List<String> attached) {

    static LegalForms read() {
      try (InputStream list =
          CompanyName.class.getResourceAsStream("/duplicates/legal-forms.yaml")) {
        Map<String, List<String>> written =
            new YAMLMapper().readValue(list, new TypeReference<>() {});
        return new LegalForms(
            folded(written, "atTheEnd").collect(Collectors.toSet()),
            folded(written, "atTheBeginning").collect(Collectors.toSet()),
            folded(written, "attached")
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static Stream<String> folded(Map<String, List<String>> written, String place) {
      return written.get(place).stream().flatMap(form -> Spelling.of(form).stream()).distinct();
    }

    /** The name without one form; the same when it has none or would be gone. */
    String removedFrom(String name) {
      for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
        if (atTheEnd.contains(name.substring(space + 1))) {
          return name.substring(0, space);
        }
      }
      for (int space = name.lastIndexOf(' '); space > 0; space = name.lastIndexOf(' ', space - 1)) {
        if (atTheBeginning.contains(name.substring(0, space))) {
          return name.substring(space + 1);
        }
      }
      for (String form : attached) {
        String shorter = cutBeginning(cutEnd(name, form), form).strip();
        if (shorter.length() < name.length() && !shorter.isEmpty()) {
          return shorter;
        }
      }
      return name;
    }

    private static String cutEnd(String name, String end) {
      return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    private static String cutBeginning(String name, String beginning) {
      return name.startsWith(beginning) ? name.substring(beginning.length()) : name;
    }
  }
}
