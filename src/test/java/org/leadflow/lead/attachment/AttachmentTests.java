package org.leadflow.lead.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of a lead, sent in and fetched by the API. */
abstract class AttachmentTests extends WholeWay {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final byte[] TEXT = "Please find our questions below.".getBytes();

  @Autowired Attachments attachments;
  @Autowired TransactionTemplate transaction;

  private UUID lead;
  private String owner;
  private String path;

  @BeforeEach
  void aLeadWithAnOwner() {
    lead = sent(aGermanLead());
    owner = ownerOf(lead);
    path = "/api/leads/" + lead + "/attachments";
  }

  @Test
  void aFileOfFiveMebibytesComesBackByteByByte() throws Exception {
    byte[] pdf = pdf(5 * MEBIBYTE);
    Files.Answer added =
        files(owner)
            .send(
                path,
                "filename=\"offer.pdf\"",
                pdf,
                Map.of("subject", "Our offer – für Sie", "text", "Valid until May"));
    assertThat(added.status()).as("%s", added).isEqualTo(201);
    JsonNode known = added.json();
    assertThat(known.path("mediaType").asText()).isEqualTo("application/pdf");
    assertThat(known.path("size").asLong()).isEqualTo(pdf.length);
    assertThat(known.path("sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
    assertThat(known.path("subject").asText()).isEqualTo("Our offer – für Sie");

    Files.Answer content = files(owner).get(one(added) + "/content");

    assertThat(content.status()).isEqualTo(200);
    assertThat(content.bytes()).isEqualTo(pdf);
    assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(content.header("Content-Length")).isEqualTo(String.valueOf(pdf.length));
    assertThat(content.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"offer.pdf\"");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(content.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(content.header("Cache-Control")).contains("no-store", "private");
    assertThat(files(owner).get(one(added)).json()).isEqualTo(known);
    assertThat(files(owner).get(path).json()).containsExactly(known);
  }

  @Test
  void noRowHoldsMoreThanAChunkAndNoStatementAsksForTwo() throws IOException {
    byte[] pdf = pdf(2 * MEBIBYTE + 1);
    Files.Answer added = files(owner).send(path, "offer.pdf", pdf);
    UUID id = UUID.fromString(added.json().path("attachmentId").asText());

    List<Integer> sizes =
        jdbc.sql(
                "SELECT OCTET_LENGTH(bytes) FROM attachment_chunk WHERE attachment_id = ? ORDER BY place")
            .param(id)
            .query(Integer.class)
            .list();
    assertThat(sizes).hasSize(9).allMatch(size -> size <= Chunks.SIZE).endsWith(1);
    jdbc.sql("DELETE FROM attachment_chunk WHERE attachment_id = ? AND place = 3")
        .param(id)
        .update();
    try (var stream = attachments.content(attachments.find(lead, id).orElseThrow())) {
      assertThat(stream.readNBytes(3 * Chunks.SIZE)).hasSize(3 * Chunks.SIZE);
      assertThat(stream.read()).as("the fourth chunk is asked for only now").isEqualTo(-1);
    }
  }

  @Test
  void whatIsTooLargeIsRefusedAndNothingOfItRemains() {
    byte[] slightly = pdf(5 * MEBIBYTE + 1);
    for (Files.Answer answer :
        List.of(
            files(owner).send(path, "offer.pdf", slightly),
            files(owner).sendInPieces(path, "offer.pdf", slightly),
            files(owner).send(path, "offer.pdf", pdf(8 * MEBIBYTE)),
            files(owner).sendInPieces(path, "offer.pdf", pdf(7 * MEBIBYTE)))) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(413);
      assertThat(answer.json().path("code").asText()).isEqualTo("too-large");
      assertThat(answer.json().path("detail").asText())
          .containsAnyOf("larger than 5 MB", "more than");
    }
    nothingIsThere();
  }

  @Test
  void aStreamThatBreaksLeavesNothing() {
    try {
      transaction.execute(
          status ->
              attachments.add(
                  lead,
                  "offer.pdf",
                  new AttachmentFields(null, null),
                  new ByteArrayInputStream(pdf(MEBIBYTE)) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                      if (pos > MEBIBYTE / 2) {
                        throw new IllegalStateException("the client is gone");
                      }
                      return super.read(target, offset, length);
                    }
                  }));
    } catch (IllegalStateException gone) {
      nothingIsThere();
      return;
    }
    throw new AssertionError("the stream did not break");
  }

  @Test
  void whatAFileIsStandsInItsBytes() throws IOException {
    byte[] png =
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    Map<String, byte[]> taken =
        Map.of(
            "a.pdf", pdf(100),
            "a.png", png,
            "a.gif", "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1),
            "a.docx", zip("word/document.xml"),
            "a.txt", TEXT,
            "a.csv", "a,b\n1,2\n".getBytes(),
            "a.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n".getBytes(),
            "a.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Petra\r\nEND:VCARD\r\n".getBytes(),
            "a.eml", "From: a@x.example\r\nTo: b@x.example\r\nSubject: Hi\r\n\r\nHi\r\n".getBytes(),
            "no ending", TEXT);
    taken.forEach(
        (name, content) -> {
          Files.Answer answer = files(owner).send(path, name, content);
          assertThat(answer.status()).as("%s %s", name, answer).isEqualTo(201);
        });
    assertThat(types())
        .contains(
            "image/png",
            "image/gif",
            "text/csv",
            "text/calendar",
            "message/rfc822",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  }

  @Test
  void whatIsNotTakenIsRefusedWhateverItIsCalled() throws IOException {
    byte[] html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes();
    byte[] exe = ("MZ" + "\0".repeat(200)).getBytes();
    Map<String, byte[]> refused =
        Map.ofEntries(
            Map.entry("picture.png", html),
            Map.entry("page.html", html),
            Map.entry("notes.txt", html),
            Map.entry("words.html", TEXT),
            Map.entry("code.js", "alert(1)".getBytes()),
            Map.entry("run.bat", TEXT),
            Map.entry("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()),
            Map.entry("drawing.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()),
            Map.entry("setup.exe", exe),
            Map.entry("setup.pdf", exe),
            Map.entry("bomb.zip", zip("bomb")),
            Map.entry("macros.docm", zip("word/document.xml")),
            Map.entry("report.png", pdf(100)),
            Map.entry("bytes.bin", new byte[] {1, 2, 3, 0, (byte) 0xff}));
    refused.forEach(
        (name, content) -> {
          Files.Answer answer = files(owner).send(path, name, content);
          assertThat(answer.status()).as("%s %s", name, answer).isEqualTo(422);
          assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("file");
        });
    nothingIsThere();
  }

  @Test
  void noFileAnEmptyOneAndWordsThatAreTooLongAreRefused() {
    Files.Answer empty = files(owner).send(path, "empty.txt", new byte[0]);
    assertThat(empty.status()).as("%s", empty).isEqualTo(422);
    assertThat(empty.json().at("/errors/0/field").asText()).isEqualTo("file");
    Files.Answer none = files(owner).send(path, "x=\"y\"", TEXT, Map.of());
    assertThat(none.status()).as("%s", none).isEqualTo(422);
    Files.Answer wordy =
        files(owner).send(path, "filename=\"a.txt\"", TEXT, Map.of("subject", "x".repeat(501)));
    assertThat(wordy.status()).as("%s", wordy).isEqualTo(422);
    assertThat(wordy.json().at("/errors/0/field").asText()).isEqualTo("subject");
    nothingIsThere();
  }

  @Test
  void aNameIsDataAndNeverAPathOrAHeader() {
    assertThat(nameOf(files(owner).send(path, "../../../etc/passwd.txt", TEXT)))
        .isEqualTo("passwd.txt");
    Files.Answer quoted = files(owner).send(path, "say \\\"yes\\\".txt", TEXT);
    assertThat(nameOf(quoted)).isEqualTo("say \"yes\".txt");
    assertThat(files(owner).get(one(quoted) + "/content").header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"say \\\"yes\\\".txt\"");
    Files.Answer japanese =
        files(owner).send(path, "filename*=UTF-8''%E8%A6%8B%E7%A9%8D.txt", TEXT, Map.of());
    assertThat(nameOf(japanese)).isEqualTo("見積.txt");
    assertThat(files(owner).get(one(japanese) + "/content").header("Content-Disposition"))
        .contains("filename*=UTF-8''%E8%A6%8B%E7%A9%8D.txt");
    for (String evil : List.of("a%0D%0ASet-Cookie:%20x.txt", "a%E2%80%AEtxt.pdf", "a%00.txt")) {
      Files.Answer answer = files(owner).send(path, "filename*=UTF-8''" + evil, TEXT, Map.of());
      assertThat(answer.status()).as("%s %s", evil, answer).isIn(400, 422);
      assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void itIsAsVisibleAsItsLead() {
    Files.Answer added = files(owner).send(path, "a.txt", TEXT);
    UUID other = sent(aGermanLead());
    ownerOf(other);
    String foreign = "/api/leads/" + other + "/attachments/" + id(added);

    for (String out : List.of(path, one(added), one(added) + "/content")) {
      assertThat(files("kenji").get(out).status()).isEqualTo(404);
    }
    assertThat(files("kenji").send(path, "a.txt", TEXT).status()).isEqualTo(404);
    assertThat(files("kenji").delete(one(added)).status()).isEqualTo(404);
    assertThat(files("website").send(path, "a.txt", TEXT).status()).isEqualTo(403);
    assertThat(files("admin").get(foreign).status()).isEqualTo(404);
    assertThat(files("admin").get(foreign + "/content").status()).isEqualTo(404);
    assertThat(types()).hasSize(1);
  }

  @Test
  void itsAuthorOrAManagerDeletesItWhileTheLeadIsOpen() {
    Files.Answer byLena = files("lena").send(path, "a.txt", TEXT);
    assertThat(files(owner).delete(one(byLena)).json().path("code").asText())
        .isEqualTo("not-author");
    assertThat(files("lena").delete(one(byLena)).status()).isEqualTo(204);
    Files.Answer byOwner = files(owner).send(path, "b.txt", TEXT);
    assertThat(files("lena").delete(one(byOwner)).status()).isEqualTo(204);
    assertThat(files("lena").get(one(byOwner)).status()).isEqualTo(404);
    nothingIsThere();
  }

  @Test
  void aClosedLeadTakesFilesAndKeepsThem() {
    Files.Answer before = files(owner).send(path, "a.txt", TEXT);
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    assertThat(files(owner).send(path, "late.txt", TEXT).status()).isEqualTo(201);
    assertThat(files(owner).delete(one(before)).json().path("code").asText())
        .isEqualTo("lead-closed");

    as(owner).post("/api/leads/" + lead + "/reactivate", "");
    assertThat(files(owner).get(path).json()).hasSize(2);
    assertThat(files(owner).get(one(before) + "/content").bytes()).isEqualTo(TEXT);
  }

  @Test
  void deletingTheLeadRemovesItsFiles() {
    files(owner).send(path, "a.txt", TEXT);
    assertThat(as("admin").delete("/api/leads/" + lead).status()).isEqualTo(204);
    gone(lead);
    nothingIsThere();
  }

  @Test
  void itStandsOnTheTimelineOfTheLeadAndOfWhatTheLeadBecame() {
    Files.Answer added = files(owner).send(path, "offer.txt", TEXT);
    assertThat(kinds("/api/leads/" + lead)).contains("ATTACHMENT");
    List<String> became =
        as(owner)
            .post("/api/leads/" + lead + "/qualify", Map.of("opportunityCurrencyId", "EUR"))
            .body()
            .get("createdEntities")
            .findValuesAsText("id");
    List<String> records = List.of("accounts", "contacts", "opportunities");

    for (int i = 0; i < records.size(); i++) {
      String record = "/api/" + records.get(i) + "/" + became.get(i);
      String there = record + "/attachments/" + id(added);
      assertThat(kinds(record)).contains("ATTACHMENT");
      assertThat(files(owner).get(record + "/attachments").json().path("items"))
          .containsExactly(added.json());
      assertThat(files(owner).get(record + "/attachments?page=1&size=1").json().path("items"))
          .isEmpty();
      assertThat(files(owner).get(there).json()).isEqualTo(added.json());
      Files.Answer content = files(owner).get(there + "/content");
      assertThat(content.bytes()).isEqualTo(TEXT);
      assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(files("kenji").get(there + "/content").status()).isEqualTo(404);
      assertThat(files(owner).get(record + "/attachments/" + UUID.randomUUID()).status())
          .isEqualTo(404);
    }
  }

  @Test
  void aLeadHasAsManyFilesAsItMayAlsoWhenTheyComeAtOnce() throws Exception {
    IntStream.range(0, 48).forEach(i -> files(owner).send(path, i + ".txt", TEXT));
    var pool = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> calls =
        IntStream.range(0, 4)
            .<Callable<Integer>>mapToObj(
                i -> () -> files(owner).send(path, "late" + i + ".txt", TEXT).status())
            .toList();
    List<Integer> answers =
        pool.invokeAll(calls).stream().map(AttachmentTests::answered).sorted().toList();
    pool.shutdown();

    assertThat(answers).containsExactly(201, 201, 409, 409);
    assertThat(types()).hasSize(50);
  }

  private Files files(String user) {
    return new Files(port, user, PASSWORD);
  }

  private String one(Files.Answer added) {
    return path + "/" + id(added);
  }

  private static String id(Files.Answer added) {
    assertThat(added.status()).as("%s", added).isEqualTo(201);
    return added.json().path("attachmentId").asText();
  }

  private static String nameOf(Files.Answer added) {
    assertThat(added.status()).as("%s", added).isEqualTo(201);
    return added.json().path("fileName").asText();
  }

  private List<String> kinds(String record) {
    return as(owner).get(record + "/timeline").body().get("items").findValuesAsText("kind");
  }

  private List<String> types() {
    return jdbc.sql("SELECT media_type FROM lead_attachment WHERE lead_id = ?")
        .param(lead)
        .query(String.class)
        .list();
  }

  private void nothingIsThere() {
    assertThat(types()).isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM attachment_chunk c
                    WHERE NOT EXISTS (SELECT 1 FROM lead_attachment a WHERE a.attachment_id = c.attachment_id)
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static Integer answered(Future<Integer> answer) {
    try {
      return answer.get();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static byte[] pdf(int size) {
    byte[] pdf = new byte[size];
    new Random(7).nextBytes(pdf);
    byte[] head = "%PDF-1.7\n".getBytes();
    System.arraycopy(head, 0, pdf, 0, head.length);
    return pdf;
  }

  private static byte[] zip(String entry) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(TEXT);
    }
    return bytes.toByteArray();
  }
}
