package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.lead.LeadFields;
import org.springframework.web.util.HtmlUtils;

/**
 * Texts that break programs, in every text of a lead: each is kept as it was sent, shown as it was
 * sent and the lead gets to its people, or the field is refused by name.
 */
class NaughtyStringsTests extends AtTheDoor {

  /** All texts; the source is one whose leads are not compared, and its key another each time. */
  private static final List<String> FIELDS =
      Arrays.stream(LeadFields.class.getRecordComponents())
          .filter(field -> field.getType() == String.class)
          .map(RecordComponent::getName)
          .filter(field -> !field.equals("sourceSystem"))
          .toList();

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

  @Test
  void ourOwnAreKeptOrRefusedByNameInABatchToo() throws IOException {
    List<Map<String, Object>> leads = new ArrayList<>();
    try (InputStream own = getClass().getResourceAsStream("/naughty-strings.json")) {
      for (String naughty : new ObjectMapper().readValue(own, String[].class)) {
        leads.add(naughtyLead(naughty));
      }
    }
    JsonNode first = batch(leads);
    for (JsonNode item : first) {
      if (item.path("outcome").asText().equals("REJECTED")) {
        assertThat(item.path("code").asText()).as("%s", item).isEqualTo("invalid");
        // Ten faults are named of each; all of them stand in the answer to one that comes alone.
        Map<String, Object> lead = leads.get(item.path("index").asInt());
        withoutFaults(lead, submitted(lead));
      }
    }
    JsonNode second = batch(leads);
    for (int index = 0; index < leads.size(); index++) {
      String id = second.path(index).path("leadId").asText();
      assertThat(id).as("%s", second.path(index)).isNotEmpty();
      assertHolds(call("admin", "GET", "/api/leads/" + id).send().json(), leads.get(index));
    }
  }

  private JsonNode batch(List<Map<String, Object>> leads) {
    Call.Answer answer =
        call("website", "POST", "/api/leads/batch").json(Map.of("leads", leads)).send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().path("items");
  }

  private static Map<String, Object> naughtyLead(String naughty) {
    Map<String, Object> lead = aLead();
    FIELDS.forEach(field -> lead.put(field, naughty));
    lead.put("sourceSystem", NOT_COMPARED);
    lead.put("sourceKey", naughty + unlikeAnyOther());
    return lead;
  }

  private static void withoutFaults(Map<String, Object> lead, Call.Answer refused) {
    assertProblem(refused, 422, "invalid");
    List<String> named = refused.json().path("errors").findValuesAsText("field");
    assertThat(named).as("%s", refused).isNotEmpty();
    assertThat(FIELDS)
        .containsAll(named.stream().filter(field -> !field.equals("customerId")).toList());
    named.forEach(lead::remove);
    lead.remove("customerIdType");
    aLead("sourceKey", unlikeAnyOther()).forEach(lead::putIfAbsent);
  }

  private void assertKeptOrRefused(List<String> strings) {
    Map<UUID, Map<String, Object>> kept = new LinkedHashMap<>();
    int refused = 0;
    for (String naughty : strings) {
      Map<String, Object> lead = naughtyLead(naughty);
      Call.Answer answer = submitted(lead);
      if (answer.status() == 422) {
        withoutFaults(lead, answer);
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
    assertShown(kept);
    System.out.printf(
        "%d naughty strings, %d of them too long or empty for a field%n", strings.size(), refused);
  }

  /** Of some, the pages: those of a lead, what a person is asked, and the list. */
  private void assertShown(Map<UUID, Map<String, Object>> kept) {
    Visitor visitor = tasklistOf("admin");
    String list = visitor.get("/leads").body();
    kept.values().forEach(lead -> assertShownEscaped(list, text(lead)));
    kept.entrySet().stream()
        .filter(lead -> text(lead.getValue()).matches("(?s).*(<|\\$\\{|\\[\\[).*"))
        .limit(20)
        .forEach(
            lead -> {
              String naughty = text(lead.getValue());
              var page = visitor.get("/leads/" + lead.getKey());
              assertThat(page.statusCode()).as(naughty).isEqualTo(200);
              assertShownEscaped(page.body(), naughty);
              assertThat(HtmlUtils.htmlUnescape(page.body())).contains(naughty.strip());
            });
  }

  private static String text(Map<String, Object> lead) {
    return String.valueOf(lead.get("description"));
  }

  private static void assertHolds(JsonNode answered, Map<String, Object> sent) {
    sent.forEach(
        (field, value) -> assertThat(answered.path(field).asText()).as(field).isEqualTo(value));
  }
}
