package org.leadflow.intake.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;
import org.leadflow.intake.csv.Detection.Asked;
import org.leadflow.intake.csv.Mapping.Column;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proposes what becomes of the columns of a file: what became of them the last time this source
 * sent one, else what other systems mean by their headings.
 */
@Component
class ImportMappings {

  /** The topic where a file has none; of this file only. */
  private static final String TOPIC = "Import of ";

  private final JdbcClient jdbc;
  private final Clock clock;

  ImportMappings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is remembered of a source.
   *
   * @param fields heading without case, spaces and punctuation, and which of several alike it is,
   *     to field; an empty field where the column was left out
   * @param dates the order of day and month, null where nothing told it
   * @param decimal the mark, null where it is the usual one with its delimiter
   */
  record Remembered(
      Map<String, String> fields,
      Map<String, Map<String, String>> values,
      Map<String, String> constants,
      @Nullable Dates dates,
      @Nullable Decimal decimal) {}

  Mapping proposal(
      List<String> headings, String fileName, @Nullable String source, @Nullable String partner) {
    Optional<Remembered> remembered =
        source == null ? Optional.empty() : remembered(source, partner);
    List<Column> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    List<String> keys = keys(headings);
    for (int place = 0; place < headings.size(); place++) {
      String heading = Headings.folded(headings.get(place));
      String key = keys.get(place);
      String field =
          remembered
              .map(known -> known.fields().get(key))
              .or(() -> Headings.field(heading))
              .orElse("");
      if (Fields.named(field) != null && taken.add(field)) {
        columns.add(
            new Column(
                place, field, remembered.map(known -> known.values().get(key)).orElse(Map.of())));
      }
    }
    return new Mapping(columns, constants(columns, fileName, remembered));
  }

  /** Files of other systems seldom have a topic, and a lead must. */
  private static Map<String, String> constants(
      List<Column> columns, String fileName, Optional<Remembered> remembered) {
    Map<String, String> constants =
        new LinkedHashMap<>(remembered.map(Remembered::constants).orElse(Map.of()));
    if (columns.stream().noneMatch(column -> column.field().equals("subject"))) {
      constants.putIfAbsent("subject", TOPIC + fileName);
    }
    return constants;
  }

  /** What was asked for, and where nothing was, what holds for the files of this source. */
  Asked asked(Asked asked, CsvSettings found, String source, @Nullable String partner) {
    Optional<Remembered> known = remembered(source, partner);
    Dates dates = found.dates() == Dates.AUTO ? known.map(Remembered::dates).orElse(null) : null;
    return new Asked(
        asked.charset(),
        asked.delimiter(),
        asked.quote(),
        asked.header(),
        asked.dates() == null ? dates : asked.dates(),
        asked.decimal(),
        asked.above(),
        known.map(Remembered::decimal).orElse(null));
  }

  private Optional<Remembered> remembered(String source, @Nullable String partner) {
    return jdbc.sql("SELECT mapping FROM import_mapping WHERE partner = ? AND source = ?")
        .params(whose(partner), source)
        .query(String.class)
        .optional()
        .map(text -> Json.read(text, new TypeReference<Remembered>() {}));
  }

  void remember(
      List<String> headings,
      Mapping mapping,
      CsvSettings read,
      String source,
      @Nullable String partner) {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    List<String> keys = keys(headings);
    keys.forEach(key -> fields.put(key, ""));
    for (Column column : mapping.columns()) {
      String key = keys.get(column.column());
      fields.put(key, column.field());
      values.put(key, column.values());
    }
    Map<String, String> constants = new LinkedHashMap<>(mapping.constants());
    constants.values().removeIf(text -> text.startsWith(TOPIC));
    // A file that proves nothing makes nobody forget what others did.
    Optional<Remembered> before = remembered(source, partner);
    Dates dates =
        read.dates() == Dates.AUTO ? before.map(Remembered::dates).orElse(null) : read.dates();
    boolean usual = read.decimal() == Notation.usualWith(read.delimiter());
    Decimal decimal = usual ? before.map(Remembered::decimal).orElse(null) : read.decimal();
    String text = Json.text(new Remembered(fields, values, constants, dates, decimal));
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    int changed =
        jdbc.sql(
                "UPDATE import_mapping SET mapping = ?, remembered_on = ? WHERE partner = ? AND source = ?")
            .params(text, now, whose(partner), source)
            .update();
    if (changed == 0) {
      try {
        jdbc.sql(
                "INSERT INTO import_mapping (partner, source, mapping, remembered_on) VALUES (?, ?, ?, ?)")
            .params(whose(partner), source, text, now)
            .update();
      } catch (DuplicateKeyException somebodyElseDid) {
        return;
      }
    }
  }

  /** By what each column is known again: its heading, and of several alike which one it is. */
  private static List<String> keys(List<String> headings) {
    Map<String, Integer> seen = new HashMap<>();
    return headings.stream()
        .map(Headings::folded)
        .map(heading -> Map.entry(heading, seen.merge(heading, 1, Integer::sum)))
        .map(known -> known.getKey() + (known.getValue() == 1 ? "" : " " + known.getValue()))
        .toList();
  }

  private static String whose(@Nullable String partner) {
    return partner == null ? "" : partner;
  }
}
