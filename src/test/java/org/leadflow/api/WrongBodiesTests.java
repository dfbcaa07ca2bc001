package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON object, or one that nobody could mean. */
class WrongBodiesTests extends AtTheDoor {

  private static final int MEBIBYTE = 1024 * 1024;

  static List<String> texts() {
    return List.of(
        "hello",
        "{",
        "{\"subject\": \"a\", \"lastName\": \"b\"",
        "{'subject': 'a', 'lastName': 'b'}",
        "{subject: \"a\", lastName: \"b\"}",
        "{\"subject\": \"a\", \"lastName\": \"b\",}",
        "{\"subject\": \"a\tb\", \"lastName\": \"b\"}",
        "{\"subject\": \"a\", \"lastName\": \"b\", \"revenue\": NaN}",
        "{\"subject\": \"a\", \"lastName\": \"b\", \"revenue\": 0x10}",
        "{\"subject\": \"a\", \"lastName\": \"b\", \"revenue\": 01}",
        "{/* a comment */ \"subject\": \"a\", \"lastName\": \"b\"}",
        "{\"subject\": \"a\", \"lastName\": \"b\"} {}",
        "{\"subject\": \"a\", \"lastName\": \"b\"} and more",
        "[{\"subject\": \"a\", \"lastName\": \"b\"}]",
        "[]",
        "\"{}\"",
        "12",
        "true",
        "{\"\\ud800\": 1}");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatIsNoJsonObjectIsRefusedWithItsLine(String body) {
    Call.Answer answer = submitted(body);
    assertProblem(answer, 400, "unreadable");
    String named = answer.json().path("errors").path(0).path("field").asText();
    assertThat(named).as("%s", answer).matches("line 1|subject|revenue");
    assertThat(answer.json().path("errors").path(0).path("message").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null"})
  void aBodyThatIsMissingIsRefused(String body) {
    Call.Answer answer = submitted(body);
    assertProblem(answer, 400, "unreadable");
    assertThat(answer.text()).contains("must be one JSON object");
  }

  @Test
  void whatIsWrongWithAValueIsSaid() {
    assertThat(submitted("{\"numberOfEmployees\": 99999999999999}").text())
        .contains("must be a whole number from -2147483648 to 2147483647");
    assertThat(call("website", "POST", "/api/leads").raw(leadWith(bytes(0xff))).send().text())
        .contains("is not UTF-8");
  }

  @Test
  void aFieldSentTwiceIsRefusedByName() {
    Call.Answer answer =
        submitted("{\"subject\": \"a\",\n \"lastName\": \"b\",\n \"subject\": \"c\"}");
    assertNames(answer, 400, "unreadable", "line 3");
    assertThat(answer.text()).contains("Duplicate field 'subject'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"subject\":[", "{\"unknown\":["})
  void aHundredThousandLevelsAreRefused(String level) {
    int repeated = level.startsWith("{\"a") ? 0 : level.length() - 1;
    assertProblem(submitted(level + level.substring(repeated).repeat(100_000)), 400, "unreadable");
  }

  @Test
  void aHundredThousandLevelsInAChangeAreRefused() {
    UUID lead = sent(aLead());
    Call.Answer answer =
        call("admin", "PATCH", "/api/leads/" + lead)
            .json("{\"description\":" + "[".repeat(100_000))
            .header("If-Match", "\"0\"")
            .send();
    assertProblem(answer, 400, "unreadable");
    ownerOrDesk(lead);
  }

  @Test
  void aBodyThatIsAnnouncedTooLargeIsRefused() {
    for (int size : new int[] {MEBIBYTE + 1, 11_000_000}) {
      Call.Answer answer = call("website", "POST", "/api/leads").raw(lead(size)).send();
      assertProblem(answer, 413, "too-large");
    }
  }

  @Test
  void aBodyThatOnlyTurnsOutTooLargeIsRefusedToo() {
    for (int size : new int[] {MEBIBYTE + 1, 11_000_000}) {
      Call.Answer answer = call("website", "POST", "/api/leads").chunked(lead(size)).send();
      assertProblem(answer, 413, "too-large");
    }
  }

  @Test
  void aLargeBodyBelowTheLimitIsReadAndItsFieldNamed() {
    Call.Answer answer = call("website", "POST", "/api/leads").raw(lead(MEBIBYTE)).send();
    assertNames(answer, 422, "invalid", "description");
    Call.Answer inPieces = call("website", "POST", "/api/leads").chunked(lead(MEBIBYTE)).send();
    assertNames(inPieces, 422, "invalid", "description");
  }

  @Test
  void theLimitHoldsBeforeTheLogin() {
    assertProblem(call("POST", "/api/leads").raw(lead(11_000_000)).send(), 413, "too-large");
  }

  @Test
  void tenThousandFieldsNobodyKnowsAreRefused() {
    StringBuilder body = new StringBuilder("{\"subject\": \"a\"");
    for (int i = 0; i < 10_000; i++) {
      body.append(",\"field").append(i).append("\":1");
    }
    assertNames(submitted(body.append('}').toString()), 400, "unreadable", "field0");
  }

  @Test
  void aNameOfAnyLengthIsToldShortened() {
    Call.Answer answer = submitted(Map.of("n".repeat(40_000), 1));
    assertProblem(answer, 400, "unreadable");
    assertThat(answer.text().length()).isLessThan(600);
  }

  static List<byte[]> notUtf8() {
    return List.of(
        bytes(0xff),
        bytes(0xc3),
        bytes(0xe2, 0x82),
        bytes(0xed, 0xa0, 0x80),
        bytes(0xf5, 0x80, 0x80, 0x80),
        bytes(0xfe, 0xfe, 0xff, 0xff));
  }

  @ParameterizedTest
  @MethodSource("notUtf8")
  void bytesThatAreNoUtf8AreRefusedAndNeverReplaced(byte[] wrong) {
    Call.Answer answer = call("website", "POST", "/api/leads").raw(leadWith(wrong)).send();
    assertThat(answer.status()).as("%s", answer).isIn(400, 422);
    assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo("subject");
  }

  @Test
  void aFileOfAStrangerThatDoesNotSayHowLargeItIsIsNotReceived() {
    for (String path : List.of("/imports", "/api/imports", "/leads/x/attachments")) {
      Call.Answer answer =
          call("POST", path)
              .chunked(lead(MEBIBYTE / 2))
              .header("Content-Type", "multipart/form-data; boundary=x")
              .send();
      assertThat(answer.status()).as(path).isEqualTo(411);
      assertThat(answer.text()).as(path).contains(path.startsWith("/api") ? "Content-Length" : "");
    }
  }

  @Test
  void ofAHundredMegabytesOnlyAFewAreWaitedFor() throws IOException {
    try (Socket client = new Socket("localhost", port)) {
      client.setSoTimeout(20_000);
      String head = "POST /api/leads HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n";
      client.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().write(new byte[17 * MEBIBYTE]);
      var answer = new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII);
      assertThat(new BufferedReader(answer).readLine()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aByteOrderMarkAndUtf16AreRead() {
    String body = "\ufeff{\"subject\": \"Größe\", \"lastName\": \"Ångström\"}";
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
      Call.Answer answer = call("website", "POST", "/api/leads").raw(body.getBytes(charset)).send();
      assertThat(answer.status()).as("%s %s", charset, answer).isEqualTo(201);
      assertThat(answer.json().path("lastName").asText()).isEqualTo("Ångström");
    }
  }

  private void ownerOrDesk(UUID lead) {
    taskOf(lead, "UserTask_TriageLead");
  }

  private static byte[] lead(int size) {
    String start = "{\"subject\": \"a\", \"lastName\": \"b\", \"description\": \"";
    return (start + "x".repeat(size - start.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] leadWith(byte[] wrong) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"lastName\": \"b\", \"subject\": \"a".getBytes(StandardCharsets.UTF_8));
    body.writeBytes(wrong);
    body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    Arrays.setAll(new Byte[values.length], i -> bytes[i] = (byte) values[i]);
    return bytes;
  }
}
