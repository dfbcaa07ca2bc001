package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadflow.intake.csv.Mapping.Column;

/** Texts that break programs, in every column that a file can have. */
class NaughtyCellsTests {

  @Test
  void areReadAsTheyStandThereOrTheirColumnIsNamed() throws IOException {
    List<ImportField> fields =
        Fields.all().stream().filter(field -> !field.name().equals(Fields.FULL_NAME)).toList();
    var text = new StringBuilder(line(fields.stream().map(ImportField::name).toList()));
    List<String> strings = strings();
    strings.forEach(each -> text.append(line(fields.stream().map(field -> each).toList())));
    FileOf file = FileOf.text(text.toString());
    SentFile found = file.found();
    assertThat(found.rows()).isEqualTo(strings.size());
    var reading =
        new RowReading(
            found.settings(),
            found.headings(),
            new Mapping(
                IntStream.range(0, fields.size())
                    .mapToObj(place -> new Column(place, fields.get(place).name(), null))
                    .toList(),
                Map.of()),
            "EUR");

    for (CsvRow row : file.rows(found.settings())) {
      String sent = strings.get((int) row.number() - 1).strip();
      Row read = reading.read(row);
      for (ImportField field : fields) {
        boolean named =
            read.faults().stream().anyMatch(fault -> fault.startsWith(field.name() + ": "));
        if (!named && field.kind() == ImportField.Kind.TEXT && !Cell.saysNothing(sent)) {
          Object value =
              field.name().equals(Fields.EXTERNAL_ID)
                  ? read.externalId()
                  : read.given().get(field.name());
          assertThat(value).as(field.name()).isEqualTo(sent);
        }
      }
    }
  }

  /** Our own and, where it lies beside the checkout, the Big List of Naughty Strings. */
  static List<String> strings() throws IOException {
    var mapper = new ObjectMapper();
    List<String> all = new ArrayList<>();
    try (InputStream own = NaughtyCellsTests.class.getResourceAsStream("/naughty-strings.json")) {
      all.addAll(mapper.readValue(own, new TypeReference<List<String>>() {}));
    }
    Path list = FileOf.shared("blns/blns.json");
    if (list.toFile().exists()) {
      all.addAll(mapper.readValue(list.toFile(), new TypeReference<List<String>>() {}));
    }
    // A row of nothing is no row.
    return all.stream().filter(each -> !each.isBlank()).distinct().toList();
  }

  static String line(List<String> cells) {
    return cells.stream()
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }
}
