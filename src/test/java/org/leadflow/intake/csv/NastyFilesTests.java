package org.leadflow.intake.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.intake.csv.Detection.Asked;

/** Whatever is sent is read as it was meant, or refused in a sentence. */
class NastyFilesTests {

  private static final Charset WINDOWS = Encoding.WINDOWS;
  private static final Path SPECTRUM = FileOf.shared("csv_spectrum");
  private static final String GOOD = "First Name,Last Name\nAnn,Vogel\n";

  static Stream<Arguments> good() {
    return Stream.of(
        is("plain", GOOD, "Ann|Vogel"),
        is("no line end at the end", "First Name,Last Name\nAnn,Vogel", "Ann|Vogel"),
        is("Windows line ends", "First Name,Last Name\r\nAnn,Vogel\r\n", "Ann|Vogel"),
        is("old Mac line ends", "First Name,Last Name\rAnn,Vogel\r", "Ann|Vogel"),
        is(
            "mixed line ends",
            "First Name,Last Name\r\nAnn,Vogel\nBob,Kern\rEve,Adler\r\n",
            "Ann|Vogel",
            "Bob|Kern",
            "Eve|Adler"),
        is("semicolons", "First Name;Last Name\nAnn;Vogel\n", "Ann|Vogel"),
        is("tabulators", "First Name\tLast Name\nAnn\tVogel\n", "Ann|Vogel"),
        is("bars", "First Name|Last Name\nAnn|Vogel\n", "Ann|Vogel"),
        is(
            "Excel's line about the delimiter",
            "sep=;\r\nFirst Name;Last Name\r\nAnn;Vogel\r\n",
            "Ann|Vogel"),
        is("the same naming none", "sep=\r\nFirst Name;Last Name\r\nAnn;Vogel\r\n", "Ann|Vogel"),
        is("the same in capitals", "SEP=|\nFirst Name|Last Name\nAnn|Vogel\n", "Ann|Vogel"),
        is(
            "commas in semicolons",
            "Last Name;Est. Value;City\nVogel;1,5;Köln\nKern;2,5;Bonn\n",
            "Vogel|1,5|Köln",
            "Kern|2,5|Bonn"),
        is("quotes", "\"First Name\",\"Last Name\"\n\"Ann\",\"Vogel\"\n", "Ann|Vogel"),
        is(
            "a delimiter in quotes",
            "First Name,Last Name\nAnn,\"Vogel, née Kern\"\n",
            "Ann|Vogel, née Kern"),
        is(
            "quotes in quotes",
            "First Name,Last Name\nAnn,\"the \"\"big\"\" Vogel\"\n",
            "Ann|the \"big\" Vogel"),
        is("a quote inside a cell", "First Name,Last Name\nAnn,5\" pipes\n", "Ann|5\" pipes"),
        is("a backslash at the end", "Last Name,Fax\nVogel,\"C:\\\"\n", "Vogel|C:\\"),
        is("text after a quote", "First Name,Last Name\nAnn,\"Vogel\" jr.\n", "Ann|Vogel jr."),
        is(
            "line ends in quotes",
            "First Name,Last Name\nAnn,\"Vo\ngel\"\nBob,Kern\n",
            "Ann|Vo\ngel",
            "Bob|Kern"),
        is(
            "Windows line ends in quotes",
            "First Name,Last Name\r\nAnn,\"Vo\r\ngel\"\r\n",
            "Ann|Vo\r\ngel"),
        is(
            "blanks behind a quote of several lines, and quotes in it",
            "First Name,Last Name\nAnn,\"Vo\n\"\"gel\"\"\"  \nBob,Kern\n",
            "Ann|Vo\n\"gel\"  ",
            "Bob|Kern"),
        is("an empty quoted cell", "First Name,Last Name\n\"\",Vogel\n", "|Vogel"),
        is("only quotes", "First Name,Last Name\nAnn,\"\"\"\"\n", "Ann|\""),
        is("a short row", "First Name,Last Name,City\nAnn,Vogel\n", "Ann|Vogel"),
        is("a long row", "First Name,Last Name\nAnn,Vogel,Köln\n", "Ann|Vogel|Köln"),
        is(
            "a delimiter too much at every end",
            "First Name,Last Name,\nAnn,Vogel,\n",
            "Ann|Vogel|"),
        is("empty lines", "\n\nFirst Name,Last Name\n\n\nAnn,Vogel\n\n", "Ann|Vogel"),
        is(
            "rows of nothing but delimiters",
            "First Name,Last Name\nAnn,Vogel\n,\n,,,\n",
            "Ann|Vogel"),
        is("blanks around", " First Name , Last Name \n Ann , Vogel \n", " Ann | Vogel "),
        is("one column", "Last Name\nVogel\nKern\n", "Vogel", "Kern"),
        is("one column of numbers", "Number\n1\n2\n", "1", "2"),
        is(
            "no headings",
            "Ann,Vogel,ann@vogel.example\nBob,Kern,bob@kern.example\n",
            "Ann|Vogel|ann@vogel.example",
            "Bob|Kern|bob@kern.example"),
        is(
            "no headings, and a word that is one elsewhere",
            "Ann,Vogel,ann@vogel.example,0711 55512,Partner\nBob,Kern,bob@kern.example,,Need\n",
            "Ann|Vogel|ann@vogel.example|0711 55512|Partner",
            "Bob|Kern|bob@kern.example||Need"),
        is(
            "more headings than years",
            "Email,City,Sales 2025\na@x.example,Ulm,7\n",
            "a@x.example|Ulm|7"),
        is("headings nobody knows", "Foo,Bar\nAnn,Vogel\n", "Ann|Vogel"),
        is("a heading twice", "Last Name,Last Name\nAnn,Vogel\n", "Ann|Vogel"),
        is("an empty heading", "Last Name,,City\nAnn,x,Köln\n", "Ann|x|Köln"),
        is("the headings twice", GOOD + GOOD, "Ann|Vogel", "First Name|Last Name", "Ann|Vogel"),
        is("Chinese", "First Name,Last Name\n娜,田中\n", "娜|田中"),
        is("Arabic", "First Name,Last Name\nسارة,الخطيب\n", "سارة|الخطيب"),
        is("an emoji", "First Name,Last Name\n😀,Vogel\n", "😀|Vogel"),
        is("a formula", "First Name,Last Name\n=1+1,@SUM(A1)\n", "=1+1|@SUM(A1)"),
        is(
            "markup",
            "First Name,Last Name\n<b>Ann</b>,<script>alert(1)</script>\n",
            "<b>Ann</b>|<script>alert(1)</script>"),
        is("a form feed", "First Name,Last Name\nAnn,Vo\fgel\n", "Ann|Vo\fgel"),
        is("a vertical tabulator", "First Name,Last Name\nAnn,Vo\u000bgel\n", "Ann|Vo\u000bgel"),
        is(
            "a line separator of Unicode",
            "First Name,Last Name\nAnn,Vo\u2028gel\n",
            "Ann|Vo\u2028gel"),
        is("a no-break space", "First Name,Last Name\nAnn,Vo\u00a0gel\n", "Ann|Vo\u00a0gel"),
        is("a backslash before a quote", "First Name,Last Name\nAnn,\"Vogel\\\"\n", "Ann|Vogel\\"),
        is("what begins like an e-mail", "From,Subject,Last Name\na,b,Vogel\n", "a|b|Vogel"),
        is(
            "what begins with a parenthesis",
            "(Do Not Modify) Lead,Last Name\n7,Vogel\n",
            "7|Vogel"),
        is("what begins like a comment", "#id,Last Name\n7,Vogel\n", "7|Vogel"),
        is("what begins with ID", "ID,Last Name\n7,Vogel\n", "7|Vogel"),
        encoded("a byte order mark of UTF-8", "\uFEFF" + GOOD, UTF_8, "Ann|Vogel"),
        encoded(
            "a byte order mark before quotes",
            "\uFEFF\"First Name\",\"Last Name\"\nAnn,Vogel\n",
            UTF_8,
            "Ann|Vogel"),
        encoded(
            "UTF-16 as Excel writes it",
            "\uFEFFFirst Name\tLast Name\r\nJörg\tMüller\r\n",
            UTF_16LE,
            "Jörg|Müller"),
        encoded(
            "UTF-16 the other way",
            "\uFEFFFirst Name,Last Name\r\nJörg,Müller\r\n",
            UTF_16BE,
            "Jörg|Müller"),
        encoded(
            "UTF-16 without a mark",
            "First Name,Last Name\r\nJörg,Müller\r\n",
            UTF_16LE,
            "Jörg|Müller"),
        encoded(
            "UTF-16 the other way without one",
            "First Name,Last Name\r\nJörg,Müller\r\n",
            UTF_16BE,
            "Jörg|Müller"),
        encoded(
            "Western Windows",
            "First Name;Last Name\r\nJörg;Müller – €\r\n",
            WINDOWS,
            "Jörg|Müller – €"),
        encoded("Latin 1", "First Name;Last Name\r\nJörg;Müller\r\n", ISO_8859_1, "Jörg|Müller"));
  }

  private static Arguments is(String name, String text, String... rows) {
    return encoded(name, text, UTF_8, rows);
  }

  private static Arguments encoded(String name, String text, Charset charset, String... rows) {
    return Arguments.of(name, text.getBytes(charset), List.of(rows));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void isReadAsItWasMeant(String name, byte[] bytes, List<String> rows) throws IOException {
    var file = new FileOf(bytes);

    assertThat(file.rows().stream().map(row -> String.join("|", row.cells()))).isEqualTo(rows);
    assertThat(file.found().rows()).isEqualTo(rows.size());
    assertThat(file.rows().stream().map(CsvRow::number))
        .isEqualTo(IntStream.rangeClosed(1, rows.size()).mapToObj(Long::valueOf).toList());
  }

  static Stream<Arguments> bad() throws IOException {
    return Stream.of(
        not("nothing", "", "empty"),
        not("only a mark", "\uFEFF", "no-rows"),
        not("only blanks", " \n \n", "no-rows"),
        not("only headings", "First Name,Last Name\n", "no-rows"),
        not("headings and empty rows", "First Name,Last Name\n,\n\n", "no-rows"),
        not("quotes behind a backslash", GOOD + "Bob,\"x \\\"y\\\" z\"\n", "quote"),
        not("a quote that is never closed", GOOD + "\"Bob,Kern\nEve,Adler\n", "quote"),
        not(
            "a quote in the headings that is never closed",
            "\"First Name,Last Name\nAnn,Vogel\n",
            "quote"),
        not(
            "a quote that is closed by the quote of the next row",
            "First Name,Last Name,Description\nAnn,Vogel,\"wants a call\nBob,Kern,\"likes it\"\n",
            "quote"),
        not("a NUL", "First Name,Last Name\nAnn,Vo\0gel\n", "nul"),
        not("many NULs", "First Name,Last Name\nAnn," + "\0".repeat(500) + "\n", "nul"),
        not(
            "a field of ten megabytes",
            GOOD + "Bob," + "x".repeat(10_000_000) + "\n",
            "row-too-long"),
        not("one in quotes", GOOD + "Bob,\"" + "x\n".repeat(5_000_000) + "\"\n", "row-too-long"),
        not(
            "ten thousand columns",
            "a,".repeat(10_000) + "\n" + "1,".repeat(10_000) + "\n",
            "columns"),
        not("a row of ten thousand cells", GOOD + "x" + ",".repeat(10_000) + "\n", "columns"),
        not("headings that are none", "Last Name," + "x".repeat(30_000) + "\nc,d\n", "columns"),
        not("a web page", "<!DOCTYPE html>\n<html><body>Log in</body></html>", "not-csv"),
        not("a web page without its type", "<html><head><title>x</title></head></html>", "not-csv"),
        not("a table of a web page", "<table>\n<tr><td>a</td><td>b</td></tr></table>", "not-csv"),
        not("XML", "<?xml version=\"1.0\"?>\n<leads><lead/></leads>", "not-csv"),
        not("JSON", "{\"leads\": [{\"lastName\": \"Vogel\"}]}", "not-csv"),
        not("a JSON list", "[{\"lastName\": \"Vogel\"}]", "not-csv"),
        not("JSON in lines", "{\n  \"lastName\" : \"Vogel\"\n}\n", "not-csv"),
        not("a JSON list in lines", "[\n  {\n    \"lastName\": \"Vogel\"\n  }\n]\n", "not-csv"),
        not("a contact", "BEGIN:VCARD\nVERSION:3.0\nN:Vogel;Petra\nEND:VCARD\n", "not-csv"),
        not("a calendar", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "not-csv"),
        not("RTF", "{\\rtf1\\ansi Vogel}", "not-csv"),
        not("PDF", "%PDF-1.7\n1 0 obj\n", "not-csv"),
        Arguments.of("gzip", gzip(GOOD), "not-csv"),
        Arguments.of("a workbook", zip("xl/workbook.xml"), "not-csv"),
        Arguments.of("a zip", zip("leads.csv"), "not-csv"),
        Arguments.of(
            "an old workbook",
            bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0),
            "not-csv"),
        Arguments.of(
            "a picture", bytes(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0), "not-csv"),
        Arguments.of("a program", bytes(0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0), "not-csv"),
        Arguments.of("UTF-32", GOOD.getBytes(Charset.forName("UTF-32LE")), "nul"),
        Arguments.of(
            "UTF-32 with a mark",
            ("\uFEFF" + GOOD).getBytes(Charset.forName("UTF-32LE")),
            "encoding"),
        Arguments.of("noise", noise(), "not-csv"));
  }

  private static Arguments not(String name, String text, String code) {
    return Arguments.of(name, text.getBytes(UTF_8), code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isRefusedInASentence(String name, byte[] bytes, String code) {
    assertThatThrownBy(() -> new FileOf(bytes).found())
        .isInstanceOfSatisfying(
            NotCsv.class,
            refused -> {
              assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
              assertThat(refused.getMessage()).matches("(?s)The .*[.?]");
            });
  }

  @Test
  void anEncodingThatCannotBeFoundCanBeSaid() throws IOException {
    Charset mac = Charset.forName("x-MacRoman");
    FileOf file = FileOf.text("First Name,Last Name\rJörg,Müller\r", mac);

    SentFile found = file.found(new Asked("x-macroman", null, null, null, null, null, null, null));

    assertThat(file.rows(found.settings()).get(0).cells()).containsExactly("Jörg", "Müller");
  }

  @Test
  void aSentenceNamesTheLine() {
    String text = "Last Name,Description\nKern,\"two\nlines\"\nVogel,\"never closed\n";
    assertThatThrownBy(() -> FileOf.text(text).found()).hasMessageContaining("line 4");
  }

  @Test
  void anEmptyCellHasItsWeight() {
    assertThat(new CsvRow(1, 1, List.of("x", "", "")).weight())
        .isGreaterThan(new CsvRow(1, 1, List.of("x")).weight());
  }

  @Test
  void moreRowsThanOneMaySendAreRefused() {
    byte[] three = "Last Name\na\nb\nc\n".getBytes(UTF_8);
    assertThatThrownBy(() -> SentFile.read(() -> new ByteArrayInputStream(three), Asked.NOTHING, 2))
        .isInstanceOfSatisfying(
            NotCsv.class, refused -> assertThat(refused.code()).isEqualTo("too-many-rows"));
  }

  @Test
  void aRowKnowsItsLineBehindLineEndsInQuotesAndEmptyLines() throws IOException {
    String text = "\nLast Name,Description\r\nKern,\"two\r\nlines\"\r\n\r\nVogel,x\n";
    assertThat(FileOf.text(text).rows()).extracting(CsvRow::line).containsExactly(3L, 6L);
  }

  @Test
  void halfACharacterOfUtf16CostsItsOwnCellAlone() throws IOException {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      for (String half : List.of("\uD83D", "\uDE00")) {
        String text = "\uFEFFFirst Name,Last Name\nAnn,Vo?gel\nBob,Kern\n";
        byte[] bytes = text.getBytes(charset);
        int place = 2 * text.indexOf('?');
        boolean little = charset.equals(UTF_16LE);
        bytes[place + (little ? 1 : 0)] = (byte) (half.charAt(0) >> 8);
        bytes[place + (little ? 0 : 1)] = (byte) half.charAt(0);

        List<List<String>> cells = new FileOf(bytes).cells();

        assertThat(StrictReader.readable(cells.get(0).get(1))).isEqualTo("Vo\uFFFDgel");
        assertThat(cells.get(1)).containsExactly("Bob", "Kern");
      }
    }
  }

  @Test
  void aWrongByteInUtf8IsFoundInItsCellAndNothingIsReplaced() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("First Name,Last Name\nJörg,Müller\nZoë,Bär\nAnn,Vog".getBytes(UTF_8));
    bytes.write(0xE9);
    bytes.writeBytes("l\nBob,Kern\n".getBytes(UTF_8));
    var file = new FileOf(bytes.toByteArray());

    assertThat(file.found().settings().charset()).isEqualTo("UTF-8");
    CsvRow wrong = file.rows().get(2);
    assertThat(StrictReader.wrongByte(wrong.cells().get(1), 3)).isEqualTo(0xE9);
    var reading =
        new RowReading(
            file.found().settings(),
            file.found().headings(),
            new Mapping(List.of(new Mapping.Column(1, "lastName", null)), null),
            "EUR");
    assertThat(reading.read(wrong).faults())
        .containsExactly("Last Name: holds the byte 0xE9, which is no UTF-8");
    assertThat(reading.read(file.rows().get(3)).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
        "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8"
      })
  void theSpectrumIsReadAsItsAuthorsSay(String name) throws IOException {
    assumeThat(SPECTRUM).exists();
    var file = new FileOf(Files.readAllBytes(SPECTRUM.resolve(name + ".csv")));
    JsonNode written =
        new ObjectMapper().readTree(SPECTRUM.resolve("json/" + name + ".json").toFile());
    JsonNode expected =
        written.isArray() ? written : new ObjectMapper().createArrayNode().add(written);
    boolean lostItsReturns = new String(file.bytes(), ISO_8859_1).indexOf('\r') < 0;
    // What these files do not say of themselves, and what nobody could find out.
    SentFile found = file.found(new Asked(null, ",", null, true, null, null, null, null));

    List<CsvRow> rows = file.rows(found.settings());
    assertThat(rows).hasSize(expected.size());
    for (CsvRow row : rows) {
      JsonNode wanted = expected.get((int) row.number() - 1);
      // The authors of this one say another phone number than they wrote.
      int from = name.equals("location_coordinates") ? 1 : 0;
      for (int place = from; place < found.headings().size(); place++) {
        assertThat(row.cells().get(place))
            .as("row %d", row.number())
            .isEqualTo(
                wanted
                    .get(found.headings().get(place))
                    .asText()
                    .replace("\r", lostItsReturns ? "" : "\r"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aThousandMutationsAreReadOrRefusedAndNeverFail(long seed) {
    var random = new Random(seed);
    List<byte[]> files =
        good().map(arguments -> (byte[]) arguments.get()[1]).collect(Collectors.toList());
    int read = 0;
    for (int i = 0; i < 500; i++) {
      byte[] mutated = mutated(files.get(random.nextInt(files.size())), random);
      try {
        var file = new FileOf(mutated);
        List<CsvRow> rows = file.rows();
        assertThat(file.found().rows()).isEqualTo(rows.size());
        List<CsvRow> kept = Json.unpacked(Json.packed(rows), new TypeReference<>() {});
        assertThat(kept).isEqualTo(rows);
        read++;
      } catch (NotCsv refused) {
        assertThat(refused.getMessage()).startsWith("The ");
      } catch (IOException | RuntimeException failed) {
        fail("seed " + seed + ", mutation " + i + ": " + Arrays.toString(mutated), failed);
      }
    }
    assertThat(read).as("mutations that can still be read").isBetween(50, 495);
  }

  private static byte[] mutated(byte[] file, Random random) {
    var bytes = new ArrayList<Byte>();
    for (byte one : file) {
      bytes.add(one);
    }
    byte[] favourites = {'"', ',', ';', '\t', '\r', '\n', 0, (byte) 0xE9, (byte) 0xFF, '\''};
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      int place = random.nextInt(bytes.size() + 1);
      byte any =
          random.nextBoolean()
              ? favourites[random.nextInt(favourites.length)]
              : (byte) random.nextInt(256);
      switch (random.nextInt(4)) {
        case 0 -> bytes.add(place, any);
        case 1 -> {
          if (place < bytes.size()) {
            bytes.remove(place);
          }
        }
        case 2 -> {
          if (place < bytes.size()) {
            bytes.set(place, any);
          }
        }
        default -> {
          List<Byte> again = List.copyOf(bytes.subList(0, place));
          bytes.addAll(again.subList(0, Math.min(again.size(), 40)));
        }
      }
    }
    byte[] result = new byte[bytes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = bytes.get(i);
    }
    return result;
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String entry) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(GOOD.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length + 500];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Bytes without a NUL, which would give them away. */
  private static byte[] noise() {
    byte[] bytes = new byte[5000];
    new Random(7).nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
    }
    return bytes;
  }
}
