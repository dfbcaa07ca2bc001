package org.leadflow.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the first bytes of a file, whatever its name, that it is something else than CSV, in a
 * sentence that says what to do.
 */
final class FileKind {

  private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();
  private static final Pattern TAG = Pattern.compile("<[A-Za-z!?/]");
  private static final Pattern JSON = Pattern.compile("\\[\\s*[\\[{]|\\{\\s*\"[^\"]*\"\\s*:");
  private static final Map<String, String> ELSE = elsewhere();

  private FileKind() {}

  private static Map<String, String> elsewhere() {
    String office = "save it as CSV there and send that";
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put(
        "application/zip",
        "a zip archive or an office document such as an Excel workbook (xlsx): " + office);
    kinds.put(
        "application/x-tika-ooxml",
        "an office document such as an Excel workbook (xlsx): " + office);
    kinds.put(
        "application/x-tika-msoffice",
        "an old office document such as an Excel workbook (xls): " + office);
    kinds.put("application/gzip", "compressed (gzip): unpack it and send what is in it");
    kinds.put("application/x-bzip2", "compressed (bzip2): unpack it and send what is in it");
    kinds.put("application/x-xz", "compressed (xz): unpack it and send what is in it");
    kinds.put("application/zstd", "compressed (zstd): unpack it and send what is in it");
    kinds.put("application/x-7z-compressed", "compressed (7z): unpack it and send what is in it");
    kinds.put("application/pdf", "a PDF document: export the data as CSV where it comes from");
    kinds.put(
        "text/html",
        "a web page (HTML), perhaps the login page of the system it comes from: export it again");
    kinds.put(
        "application/xhtml+xml", "a web page (HTML): export the data as CSV where it comes from");
    kinds.put("application/xml", "XML: export the data as CSV where it comes from");
    kinds.put(
        "application/json", "JSON: send leads as JSON to /api/leads, or export the data as CSV");
    kinds.put("application/rtf", "a document (RTF): export the data as CSV where it comes from");
    kinds.put("text/x-vcard", "contacts (vCard): export them as CSV where they come from");
    kinds.put("text/calendar", "a calendar: export the data as CSV where it comes from");
    kinds.put("message/rfc822", "an e-mail: send what is attached to it");
    return kinds;
  }

  /**
   * @param head the first bytes of the file, some thousand
   * @throws NotCsv when it is known to be something else
   */
  static void requireText(byte[] head) throws IOException {
    if (head.length == 0) {
      throw new NotCsv("empty", "The file is empty.");
    }
    MediaType found = KNOWN.detect(new ByteArrayInputStream(head), new Metadata());
    MediaType kind = found;
    while (kind != null) {
      if (ELSE.containsKey(kind.toString()) && !isMarkupInACell(kind, head)) {
        throw refused(ELSE.get(kind.toString()), found);
      }
      if (kind.getType().equals("text")) {
        break;
      }
      kind = KNOWN.getMediaTypeRegistry().getSupertype(kind);
    }
    requireTextByItself(found, kind);
    requireNoDocument(head, found);
    requireNoNoise(head, found);
  }

  /** Tika looks for tags some way into a text; a cell may hold them. */
  private static boolean isMarkupInACell(MediaType kind, byte[] head) {
    boolean markup = kind.toString().contains("html") || kind.toString().contains("xml");
    return markup && !start(head).startsWith("<");
  }

  private static String start(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, 200), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
  }

  private static void requireTextByItself(MediaType found, @Nullable MediaType kind) throws NotCsv {
    if (kind == null && !found.equals(MediaType.OCTET_STREAM)) {
      throw refused(found + ", no text: export the data as CSV where it comes from", found);
    }
  }

  /** Bytes at random: half of them beyond ASCII, and one in ten a control character. */
  private static void requireNoNoise(byte[] head, MediaType found) throws IOException {
    if (Encoding.ofHead(head) == null) {
      long controls =
          IntStream.range(0, head.length)
              .filter(place -> head[place] > 0 && head[place] < ' ')
              .filter(place -> "\t\n\r\f\u000b".indexOf(head[place]) < 0)
              .count();
      long foreign = IntStream.range(0, head.length).filter(place -> head[place] < 0).count();
      if (controls * 50 > head.length && foreign * 4 > head.length) {
        throw refused("no text", found);
      }
    }
  }

  /** What Tika leaves open because the beginning alone does not prove it. */
  private static void requireNoDocument(byte[] head, MediaType found) throws NotCsv {
    String start = start(head);
    if (JSON.matcher(start).lookingAt()) {
      throw refused(ELSE.get("application/json"), found);
    }
    if (start.startsWith("<?xml")) {
      throw refused(ELSE.get("application/xml"), found);
    }
    if (TAG.matcher(start).lookingAt()) {
      throw refused(ELSE.get("text/html"), MediaType.text("html"));
    }
  }

  private static NotCsv refused(String what, MediaType found) {
    return new NotCsv("not-csv", "The file is " + what + ". Its content is " + found + ".");
  }
}
