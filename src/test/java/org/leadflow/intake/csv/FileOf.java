package org.leadflow.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leadflow.intake.csv.Detection.Asked;

/** A file in memory, read as an upload is. */
record FileOf(byte[] bytes) {

  static FileOf text(String text) {
    return new FileOf(text.getBytes(StandardCharsets.UTF_8));
  }

  static FileOf text(String text, Charset charset) {
    return new FileOf(text.getBytes(charset));
  }

  /** Data to try things on, where it lies beside the checkout; a path of nothing elsewhere. */
  static Path shared(String name) {
    return Stream.of("../shared", "../../shared", "../../../shared")
        .map(shared -> Path.of(shared, "data", name))
        .filter(Files::isReadable)
        .findFirst()
        .orElse(Path.of("data", name));
  }

  /** What is found in it. */
  SentFile found() throws IOException {
    return SentFile.read(() -> new ByteArrayInputStream(bytes), Asked.NOTHING, 1_000_000);
  }

  SentFile found(Asked asked) throws IOException {
    return SentFile.read(() -> new ByteArrayInputStream(bytes), asked, 1_000_000);
  }

  List<CsvRow> rows() throws IOException {
    return rows(found().settings());
  }

  List<CsvRow> rows(CsvSettings settings) throws IOException {
    List<CsvRow> all = new ArrayList<>();
    try (var rows = new CsvRows(new ByteArrayInputStream(bytes), settings)) {
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
    }
    return all;
  }

  List<List<String>> cells() throws IOException {
    return rows().stream().map(CsvRow::cells).toList();
  }
}
