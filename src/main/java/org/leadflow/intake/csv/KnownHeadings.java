package org.leadflow.intake.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is written in {@code imports/headings.yaml}: field to headings, the usual one first. */
final class KnownHeadings {

  static final Map<String, List<String>> ALL =
      read("headings.yaml", new TypeReference<LinkedHashMap<String, List<String>>>() {});

  private KnownHeadings() {}

  /** What people call a field. */
  static String label(String field) {
    List<String> headings = ALL.get(field);
    if (headings != null) {
      return headings.get(0);
    }
    String words =
        field
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", " ")
            .toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What a list of ours in {@code imports/} says. */
  static <T> T read(String list, TypeReference<T> shape) {
    try (InputStream text = KnownHeadings.class.getResourceAsStream("/imports/" + list)) {
      return new YAMLMapper().readValue(text, shape);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
