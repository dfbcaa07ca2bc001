package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.browser.RunningDemo;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the API says of itself is right, and nobody changes it without seeing it. */
@RunningDemo
class ApiDocumentTests {

  private static final Path KEPT = Path.of("src/docs/openapi.json");
  private static final String RENEW = "mvn test -Dtest=ApiDocumentTests -Dopenapi=renew";

  @LocalServerPort int port;
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void theDocumentIsTheOneThatIsKept() throws IOException {
    String produced = sorted(document());
    if ("renew".equals(System.getProperty("openapi"))) {
      Files.createDirectories(KEPT.getParent());
      Files.writeString(KEPT, produced);
    }
    assertThat(KEPT).as("Make it with: " + RENEW).exists();
    assertThat(produced)
        .as("The API changed. If that is meant, renew %s with: %s", KEPT, RENEW)
        .isEqualTo(Files.readString(KEPT));
  }

  @Test
  void aLeadIsDocumentedAsItIsAnswered() throws IOException {
    JsonNode lead = document().at("/components/schemas/Lead/properties");
    assertThat(lead.has("subject")).isTrue();
    assertThat(lead.has("stateCode")).isTrue();
    assertThat(lead.has("fields")).isFalse();
    assertThat(lead.has("labels")).isFalse();
    assertThat(lead.has("etag")).isFalse();
  }

  @Test
  void everyOperationSaysHowItRefuses() throws IOException {
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            assertThat(operation.getValue().path("responses").fieldNames())
                                .toIterable()
                                .as(operation.getKey() + " " + path.getKey())
                                .contains("401", "403")));
    assertThat(document().at("/paths/~1api~1leads~1{leadId}/patch/responses").fieldNames())
        .toIterable()
        .contains("200", "400", "401", "403", "404", "409", "412", "422", "428");
  }

  @Test
  void everyOperationIsInAGroupThatIsDescribed() throws IOException {
    JsonNode document = document();
    assertThat(document.path("tags")).allMatch(tag -> tag.hasNonNull("description"));
    var described = document.path("tags").findValuesAsText("name");
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation ->
                        assertThat(operation.path("tags"))
                            .isNotEmpty()
                            .allMatch(tag -> described.contains(tag.asText()))));
  }

  @Test
  void nobodyReadsItWithoutLoggingIn() {
    assertThat(new Visitor(port).getJson("/v3/api-docs").statusCode()).isEqualTo(302);
    assertThat(new Visitor(port).get("/swagger-ui/index.html").statusCode()).isEqualTo(302);
  }

  private JsonNode document() throws IOException {
    var anna = new Visitor(port);
    anna.logIn("anna", RunningDemo.PASSWORD);
    return json.readTree(anna.getJson("/v3/api-docs").body());
  }

  private String sorted(JsonNode document) throws IOException {
    var lines = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return json.writer(printer)
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writeValueAsString(json.treeToValue(document, Object.class))
        + "\n";
  }
}
