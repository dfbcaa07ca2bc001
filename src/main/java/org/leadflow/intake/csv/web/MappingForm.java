package org.leadflow.intake.csv.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;
import org.leadflow.intake.csv.Mapping;
import org.leadflow.intake.csv.Mapping.Column;
import org.leadflow.intake.csv.Reading;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody made of a file on its page: one {@code field} and one {@code words} for each column
 * in their order, and as many {@code constantField} and {@code constantText} as he filled in.
 */
final class MappingForm {

  static final MappingForm EMPTY = new MappingForm(new LinkedMultiValueMap<>());

  private final MultiValueMap<String, String> sent;

  MappingForm(MultiValueMap<String, String> sent) {
    this.sent = sent;
  }

  boolean isFilledIn() {
    return !sent.isEmpty();
  }

  String source() {
    return Objects.requireNonNullElse(sent.getFirst("source"), "").strip();
  }

  Reading reading() {
    return new Reading(
        text("charset"),
        text("delimiter"),
        text("quote"),
        text("header") == null ? null : Boolean.valueOf(text("header")),
        option(Dates.class, text("dates")),
        option(Decimal.class, text("decimal")),
        number(text("above")));
  }

  private @Nullable String text(String name) {
    String text = sent.getFirst(name);
    return text == null || text.isEmpty() ? null : text;
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
  }

  private static <E extends Enum<E>> @Nullable E option(Class<E> options, @Nullable String name) {
    for (E option : options.getEnumConstants()) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  /** Whether these columns are those that he filled in. */
  boolean isAbout(String columns) {
    return columns.equals(sent.getFirst("shown"));
  }

  Mapping mapping() {
    List<String> fields = all("field");
    List<String> words = all("words");
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < fields.size(); place++) {
      if (!fields.get(place).isBlank()) {
        String text = place < words.size() ? words.get(place) : "";
        columns.add(new Column(place, fields.get(place), Words.read(text)));
      }
    }
    return new Mapping(columns, constants());
  }

  private Map<String, String> constants() {
    List<String> fields = all("constantField");
    List<String> texts = all("constantText");
    Map<String, String> constants = new LinkedHashMap<>();
    for (int place = 0; place < Math.min(fields.size(), texts.size()); place++) {
      if (!fields.get(place).isBlank() && !texts.get(place).isBlank()) {
        constants.put(fields.get(place), texts.get(place).strip());
      }
    }
    return constants;
  }

  private List<String> all(String name) {
    return Objects.requireNonNullElse(sent.get(name), List.of());
  }
}
