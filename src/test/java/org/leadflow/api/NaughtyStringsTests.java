package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Texts that break programs, in every free text a rule, a form or a page shows: each is kept as it
 * was sent and the lead gets to its people, or the field is refused by name.
 */
class NaughtyStringsTests extends AtTheDoor {

  private static final List<String> FIELDS =
      List.of("subject", "lastName", "companyName", "description", "jobTitle");

  @Test
  void ourOwnAreKeptOrRefusedByName() throws IOException {
    try (InputStream own = getClass().getResourceAsStream("/naughty-strings.json")) {
      assertKeptOrRefused(List.of(new ObjectMapper().readValue(own, String[].class)));
    }
  }

  /** The Big List of Naughty Strings, where it lies beside the checkout. */
  @Test
  void theBigListIsKeptOrRefusedByName() throws IOException {
    Optional<Path> list =
        Stream.of("../shared", "../../shared", "../../../shared")
            .map(shared -> Path.of(shared, "data/blns/blns.json"))
            .filter(Files::isReadable)
            .findFirst();
    if (list.isEmpty()) {
      System.out.println("skipped: no data/blns/blns.json in a folder shared beside the checkout");
    }
    assumeTrue(list.isPresent(), "the Big List of Naughty Strings was not tried: it is not here");
    assertKeptOrRefused(List.of(new ObjectMapper().readValue(list.get().toFile(), String[].class)));
  }

  private void assertKeptOrRefused(List<String> strings) {
    Map<UUID, Map<String, Object>> kept = new LinkedHashMap<>();
    int refused = 0;
    for (String naughty : strings) {
      Map<String, Object> lead = aLead();
      FIELDS.forEach(field -> lead.put(field, naughty));
      Call.Answer answer = submitted(lead);
      if (answer.status() == 422) {
        assertProblem(answer, 422, "invalid");
        List<String> named = answer.json().path("errors").findValuesAsText("field");
        assertThat(named).as("%s", answer).isNotEmpty().isSubsetOf(FIELDS);
        named.forEach(lead::remove);
        aLead().forEach(lead::putIfAbsent);
        refused++;
        answer = submitted(lead);
      }
      assertThat(answer.status()).as("%s: %s", naughty, answer).isEqualTo(201);
      assertHolds(answer.json(), lead);
      kept.put(UUID.fromString(answer.json().path("leadId").asText()), lead);
    }
    Arrived.all(kept.keySet(), jdbc);
    kept.forEach(
        (id, lead) ->
            assertHolds(
                call("admin", "GET", "/api/leads/" + id).send().json(), new TreeMap<>(lead)));
    kept.keySet().stream()
        .limit(20)
        .forEach(
            id ->
                assertThat(call("admin", "GET", "/api/leads/" + id + "/decisions").send().status())
                    .isEqualTo(200));
    System.out.printf(
        "%d naughty strings, %d of them too long or empty for a field%n", strings.size(), refused);
  }

  private static void assertHolds(JsonNode answered, Map<String, Object> sent) {
    sent.forEach(
        (field, value) -> assertThat(answered.path(field).asText()).as(field).isEqualTo(value));
  }
}
