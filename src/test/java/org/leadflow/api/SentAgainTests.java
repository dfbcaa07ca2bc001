package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a source sends again comes to its lead, many leads come in one request, and all count once.
 */
class SentAgainTests extends AtTheDoor {

  @Test
  void whatIsNewComesToTheOpenLead() {
    Map<String, Object> first = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(first);
    ownerOf(lead);
    Map<String, Object> second =
        aLead(
            "lastName",
            first.get("lastName"),
            "subject",
            first.get("subject"),
            "sourceSystem",
            "shop",
            "sourceKey",
            first.get("sourceKey"),
            "jobTitle",
            "Head of Production",
            "description",
            "Now for four sites",
            "companyName",
            "",
            "doNotPhone",
            true);

    Call.Answer answer = submitted(second);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path("outcome").asText()).isEqualTo("UPDATED");
    assertThat(texts(answer, "changed"))
        .containsExactlyInAnyOrder("jobTitle", "description", "doNotPhone");
    assertThat(answer.json().path("jobTitle").asText()).isEqualTo("Head of Production");
    assertThat(lead(lead).text("companyName")).isEqualTo(first.get("companyName"));
    assertThat(lead(lead).text("doNotPhone")).isEqualTo("true");
    assertThat(requestsOf(lead)).contains("Now for four sites");

    Call.Answer third = submitted(second);
    assertThat(third.json().path("outcome").asText()).isEqualTo("UNCHANGED");
    second.put("doNotPhone", false);
    assertThat(submitted(second).json().path("outcome").asText()).isEqualTo("UNCHANGED");
    assertThat(lead(lead).text("doNotPhone")).isEqualTo("true");
  }

  @Test
  void whatSomebodyChangedByHandStaysAndTheNewValueIsInANote() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    assertThat(
            as("admin")
                .patch(
                    "/api/leads/" + lead,
                    lead(lead).etag(),
                    Map.of("address1City", "Ulm", "numberOfEmployees", 900))
                .status())
        .isEqualTo(200);

    Call.Answer old = submitted(sent);
    assertThat(old.json().path("outcome").asText()).as("%s", old).isEqualTo("UNCHANGED");
    sent.put("address1City", "Heilbronn");
    Call.Answer answer = submitted(sent);

    assertThat(answer.json().path("outcome").asText()).isEqualTo("UPDATED");
    assertThat(texts(answer, "setAside")).containsExactly("address1City");
    assertThat(texts(answer, "changed")).isEmpty();
    assertThat(lead(lead).text("address1City")).isEqualTo("Ulm");
    submitted(sent);
    assertThat(notesOf(lead)).hasSize(1).first().asString().contains("address1City: Heilbronn");
    assertThat(
            as("admin").get("/api/leads/" + lead + "/notes").body().findValuesAsText("createdBy"))
        .as("no work of the sender on the lead")
        .containsExactly("leadflow");
  }

  @Test
  void whatTheProductMergedInIsNotChangedByHandNorWhatIsTakenBackWithIt() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    UUID twin = merged(sent, Map.of("jobTitle", "Buyer", "telephone1", "+49 711 5550 111"));
    assertThat(lead(lead).text("jobTitle")).isEqualTo("Buyer");
    sent.put("jobTitle", "Head of purchasing");

    assertThat(texts(submitted(sent), "changed")).containsExactly("jobTitle");

    assertThat(lead(lead).text("jobTitle")).isEqualTo("Head of purchasing");
    assertThat(as("admin").post("/api/leads/" + twin + "/unmerge", Map.of()).status())
        .isEqualTo(200);
    assertThat(lead(lead).text("telephone1")).isNull();
    sent.put("telephone1", "+49 711 5550 111");
    assertThat(texts(submitted(sent), "changed")).containsExactly("telephone1");
    assertThat(notesOf(lead)).isEmpty();
  }

  @Test
  void anAmountOfTheSourceInAnotherCurrencyDoesNotStandBesideOneThatWasMergedIn() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    merged(sent, Map.of("revenue", 100_000, "transactionCurrencyId", "EUR"));
    sent.put("transactionCurrencyId", "USD");
    sent.put("estimatedAmount", 5);

    submitted(sent);

    assertThat(lead(lead).text("transactionCurrencyId")).isEqualTo("EUR");
    assertThat(lead(lead).text("estimatedAmount")).isNull();
    assertThat(notesOf(lead)).hasSize(1).first().asString().contains("USD", "estimatedAmount: 5");
  }

  @Test
  void thatMailIsNotFollowedIsANoAsAnOptOutIs() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5));
    sent.put("followEmail", false);
    submitted(sent);
    assertThat(lead(lead).text("followEmail")).as("also of a closed lead").isEqualTo("false");
    as("admin").post("/api/leads/" + lead + "/reactivate", "");
    sent.put("followEmail", true);

    Call.Answer lifted = submitted(sent);

    assertThat(lifted.json().path("outcome").asText()).isEqualTo("UNCHANGED");
    assertThat(lead(lead).text("followEmail")).isEqualTo("false");
  }

  @Test
  void aClosedLeadStaysAsItIsAndTheNewDataIsInANote() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    assertThat(
            as("admin")
                .post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5))
                .status())
        .isEqualTo(200);
    sent.put("telephone1", "+49 711 5550 999");
    sent.put("description", "Please call again");

    Call.Answer answer = submitted(sent);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("outcome").asText()).isEqualTo("CLOSED");
    assertThat(texts(answer, "setAside")).containsExactly("telephone1", "description");
    assertThat(lead(lead).text("telephone1")).isNull();
    submitted(sent);
    assertThat(notesOf(lead)).hasSize(1).first().asString().contains("+49 711 5550 999");
    assertThat(requestsOf(lead)).containsOnlyOnce("Please call again");
  }

  @Test
  void anOptOutHoldsOnAClosedLeadToo() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5));
    sent.put("doNotEmail", true);
    sent.put("jobTitle", "Buyer");

    submitted(sent);

    assertThat(lead(lead).text("stateCode")).isEqualTo("2");
    assertThat(lead(lead).text("doNotEmail")).isEqualTo("true");
    assertThat(lead(lead).text("jobTitle")).isNull();
    as("admin").post("/api/leads/" + lead + "/reactivate", "");
    assertThat(lead(lead).text("doNotEmail")).isEqualTo("true");
  }

  @Test
  void anOptOutAfterTheConversionReachesTheContact() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    assertThat(as("admin").post("/api/leads/" + lead + "/qualify", Map.of()).status())
        .isEqualTo(200);
    String contact = "/api/contacts/" + lead(lead).text("parentContactId");
    assertThat(as("admin").get(contact).text("doNotPhone")).isEqualTo("false");
    sent.put("doNotPhone", true);

    submitted(sent);

    assertThat(as("admin").get(contact).text("doNotPhone")).isEqualTo("true");
    assertThat(as("admin").get(contact).text("doNotEmail")).isEqualTo("false");
    assertThat(as("admin").post("/api/leads/" + lead + "/undo-qualification", Map.of()).status())
        .as("nobody worked on what was created")
        .isEqualTo(200);
    assertThat(lead(lead).text("doNotPhone")).isEqualTo("true");
  }

  @Test
  void aContactOnWhichSomebodyWorkedStaysAlsoWhenItsSourceOptedOutSince() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    as("admin").post("/api/leads/" + lead + "/qualify", Map.of());
    String contact = "/api/contacts/" + lead(lead).text("parentContactId");
    assertThat(
            as("admin")
                .patch(contact, as("admin").get(contact).etag(), Map.of("jobTitle", "Buyer"))
                .status())
        .isEqualTo(200);
    sent.put("doNotPhone", true);

    submitted(sent);

    assertThat(as("admin").get(contact).text("doNotPhone")).isEqualTo("true");
    assertThat(as("admin").post("/api/leads/" + lead + "/undo-qualification", Map.of()).status())
        .isEqualTo(409);
  }

  @Test
  void anAmountOfTheSourceInAnotherCurrencyDoesNotStandBesideOneOfOurs() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    sent.put("revenue", 100_000);
    UUID lead = sent(sent);
    ownerOf(lead);
    assertThat(
            as("admin")
                .patch("/api/leads/" + lead, lead(lead).etag(), Map.of("revenue", 80_000))
                .status())
        .isEqualTo(200);
    sent.put("transactionCurrencyId", "USD");
    sent.put("estimatedAmount", 5);

    submitted(sent);

    assertThat(lead(lead).text("transactionCurrencyId")).isEqualTo("EUR");
    assertThat(lead(lead).text("estimatedAmount")).isNull();
    assertThat(notesOf(lead)).hasSize(1).first().asString().contains("USD", "estimatedAmount: 5");
  }

  @Test
  void whatIsWrongInItIsNamedAndChangesNothing() {
    Map<String, Object> sent = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID lead = sent(sent);
    ownerOf(lead);
    assertNames(
        submitted(
            Map.of(
                "sourceSystem", "shop",
                "sourceKey", sent.get("sourceKey"),
                "emailAddress1", "no mail",
                "jobTitle", "X")),
        422,
        "invalid",
        "emailAddress1",
        "lastName",
        "subject");
    assertThat(lead(lead).text("jobTitle")).isNull();
    Call.Answer partial =
        submitted(
            Map.of(
                "sourceSystem", "shop", "sourceKey", sent.get("sourceKey"), "jobTitle", "Buyer"));
    assertThat(partial.status()).as("%s", partial).isEqualTo(200);
    assertThat(lead(lead).text("jobTitle")).isEqualTo("Buyer");
  }

  @Test
  void anIdempotencyKeyMakesARequestCountOnce() {
    Map<String, Object> lead = aGermanLead();
    String key = newKey();
    Call.Answer first = withKey(lead, key);
    Call.Answer again = withKey(lead, key);
    assertThat(first.status()).as("%s", first).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().path("leadId")).isEqualTo(first.json().path("leadId"));
    assertProblem(withKey(aGermanLead(), key), 422, "idempotency-key-reused");
    ownerOf(UUID.fromString(first.json().path("leadId").asText()));
    assertThat(
            jdbc.sql("SELECT answer FROM idempotent_request WHERE idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single())
        .doesNotContain((String) lead.get("lastName"));
  }

  @Test
  void aLeadSentAgainUnderItsIdIsKnownAlsoWhenSomebodyChangedItMeanwhile() {
    UUID id = UUID.randomUUID();
    Map<String, Object> sent = aGermanLead("leadId", id, "jobTitle", "Buyer");
    assertThat(submitted(sent).status()).isEqualTo(201);
    ownerOf(id);
    String etag = lead(id).etag();
    as("admin").patch("/api/leads/" + id, etag, Map.of("jobTitle", "Head of buying"));

    assertThat(submitted(sent).status()).isEqualTo(200);
    assertThat(lead(id).text("jobTitle")).isEqualTo("Head of buying");
    sent.put("jobTitle", "Somebody else");
    assertThat(submitted(sent).status()).isEqualTo(409);
  }

  @Test
  void aNumberOfThousandsOfDigitsIsNamedUnderAKeyToo() {
    Map<String, Object> sent = aGermanLead("revenue", new BigDecimal("1e10000"));

    Call.Answer refused = withKey(sent, newKey());

    assertThat(refused.status()).as("%s", refused).isIn(400, 422);
  }

  @Test
  void aRequestSentAgainAfterItsLeadWasDeletedIsAnsweredWithoutIt() {
    Map<String, Object> lead = aGermanLead();
    String key = newKey();
    UUID id = UUID.fromString(withKey(lead, key).json().path("leadId").asText());
    ownerOf(id);
    assertThat(as("admin").delete("/api/leads/" + id).status()).isEqualTo(204);

    Call.Answer again = withKey(lead, key);

    assertThat(again.status()).as("%s", again).isEqualTo(201);
    assertThat(again.header("Location")).endsWith(id.toString());
    assertThat(again.json().has("lastName")).isFalse();
    assertThat(again.json().path("outcome").asText()).isEqualTo("CREATED");
  }

  @Test
  void manyAtOnceUnderKeysOfTheirOwnAreOneLeadOfTheirSource() throws Exception {
    Map<String, Object> lead = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    List<Map<String, Object>> many = IntStream.range(0, 5).mapToObj(n -> aGermanLead()).toList();
    String key = newKey();
    ExecutorService all = Executors.newFixedThreadPool(8);
    List<Callable<Call.Answer>> calls =
        new ArrayList<>(Collections.nCopies(24, () -> withKey(lead, newKey())));
    calls.addAll(Collections.nCopies(8, () -> batch(many, key)));
    Collections.shuffle(calls);
    int before = count("lead");
    for (Future<Call.Answer> sent : all.invokeAll(calls)) {
      Call.Answer answer = sent.get();
      assertThat(answer.status()).as("%s", answer).isIn(200, 201);
      assertThat(answer.json().path("created").asInt(5)).as("%s", answer).isEqualTo(5);
    }
    all.shutdown();
    assertThat(count("lead")).isEqualTo(before + 6);
  }

  @Test
  void twoClientsThatSendOneLeadAThousandTimesMakeOne() throws Exception {
    int before = count("lead");
    Map<String, Object> byKey = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    Map<String, Object> plain = aGermanLead();
    String key = newKey();
    ExecutorService all = Executors.newFixedThreadPool(2);
    List<Callable<Call.Answer>> calls = new ArrayList<>();
    calls.addAll(Collections.nCopies(500, () -> submitted(byKey)));
    calls.addAll(Collections.nCopies(500, () -> withKey(plain, key)));
    Collections.shuffle(calls);
    for (Future<Call.Answer> sent : all.invokeAll(calls)) {
      assertThat(sent.get().status()).as("%s", sent.get()).isIn(200, 201);
    }
    all.shutdown();
    assertThat(count("lead")).isEqualTo(before + 2);
  }

  @Test
  void manyLeadsAreEachTakenInOrRefused() {
    Map<String, Object> known = aGermanLead("sourceSystem", "shop", "sourceKey", newKey());
    UUID first = sent(known);
    known.put("jobTitle", "Buyer");
    Map<String, Object> fresh = aGermanLead();
    List<Object> leads =
        List.of(fresh, known, known, aLead("emailAddress1", "no mail"), Map.of("nonsense", 1), 7);

    Call.Answer answer =
        call("website", "POST", "/api/leads/batch").json(Map.of("leads", leads)).send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().findValuesAsText("outcome"))
        .containsExactly("CREATED", "UPDATED", "UNCHANGED", "REJECTED", "REJECTED", "REJECTED");
    assertThat(answer.json().path("rejected").asInt()).isEqualTo(3);
    assertThat(answer.json().at("/items/1/leadId").asText()).isEqualTo(first.toString());
    assertThat(answer.json().at("/items/3/errors/0/field").asText()).isEqualTo("emailAddress1");
    assertThat(answer.json().at("/items/4/errors/0/field").asText()).isEqualTo("nonsense");
    assertThat(answer.json().at("/items/5/errors/0/field").asText()).isEqualTo("body");
    assertThat(answer.text()).doesNotContain("Exception", "org.leadflow", "java.");
    ownerOf(UUID.fromString(answer.json().at("/items/0/leadId").asText()));
    assertThat(
            jdbc.sql("SELECT door FROM lead_audit WHERE lead_id = ? AND seq = 1")
                .param(UUID.fromString(answer.json().at("/items/0/leadId").asText()))
                .query(String.class)
                .single())
        .isEqualTo("BATCH");
  }

  @Test
  void manyLeadsWithAKeyComeInOnceAlsoAfterACrashInTheirMidst() {
    List<Map<String, Object>> leads =
        IntStream.range(0, 40).mapToObj(number -> aGermanLead()).toList();
    String key = newKey();
    int before = count("lead");
    Call.Answer first = batch(leads, key);
    assertThat(first.json().path("created").asInt()).as("%s", first).isEqualTo(40);
    assertThat(batch(leads, key).text()).isEqualTo(first.text());

    jdbc.sql("DELETE FROM idempotent_request WHERE idempotency_key = ?").param(key).update();
    Call.Answer afterCrash = batch(leads, key);

    assertThat(afterCrash.json().findValuesAsText("leadId"))
        .isEqualTo(first.json().findValuesAsText("leadId"));
    assertThat(count("lead")).isEqualTo(before + 40);
    Arrived.all(
        first.json().findValuesAsText("leadId").stream().map(UUID::fromString).toList(), jdbc);
  }

  @Test
  void whatCouldNotBeStoredComesInWhenTheSameRequestIsSentAgain() {
    List<Map<String, Object>> leads = List.of(aGermanLead(), aGermanLead("lastName", "Venom"));
    String key = newKey();
    jdbc.sql("ALTER TABLE lead ADD CONSTRAINT lead_no_venom CHECK (last_name <> 'Venom')").update();
    Call.Answer first;
    try {
      first = batch(leads, key);
    } finally {
      jdbc.sql("ALTER TABLE lead DROP CONSTRAINT lead_no_venom").update();
    }
    assertThat(first.json().findValuesAsText("outcome")).containsExactly("CREATED", "REJECTED");

    Call.Answer again = batch(leads, key);

    assertThat(again.json().findValuesAsText("outcome")).containsExactly("CREATED", "CREATED");
    assertThat(again.json().at("/items/0/leadId")).isEqualTo(first.json().at("/items/0/leadId"));
    assertThat(batch(leads, key).json()).isEqualTo(again.json());
    again.json().findValuesAsText("leadId").forEach(id -> ownerOf(UUID.fromString(id)));
  }

  @Test
  void aLargeBatchInWhichEverythingIsWrongIsAnsweredUnderItsKeyToo() {
    Map<String, Object> wrong = aLead();
    for (String field :
        List.of(
            "industryCode",
            "leadSourceCode",
            "budgetStatus",
            "initialCommunication",
            "leadQualityCode",
            "need",
            "preferredContactMethodCode",
            "priorityCode",
            "purchaseProcess",
            "purchaseTimeFrame")) {
      wrong.put(field, 1_000_001);
    }
    String key = newKey();

    Call.Answer answer = batch(Collections.nCopies(500, wrong), key);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path("rejected").asInt()).isEqualTo(500);
    assertThat(answer.json().at("/items/0/errors")).hasSize(5);
    assertThat(batch(Collections.nCopies(500, wrong), key).json()).isEqualTo(answer.json());
  }

  @Test
  void tooManyLeadsInOneRequestAreRefused() {
    assertNames(batch(List.of(), null), 422, "invalid", "leads");
    assertNames(batch(Collections.nCopies(501, aLead()), null), 422, "invalid", "leads");
    assertNames(
        call("website", "POST", "/api/leads/batch").json("{}").send(), 422, "invalid", "leads");
  }

  @Test
  void whoSendsTooMuchIsToldWhenToComeAgain() {
    List<Integer> nonsense = Collections.nCopies(500, 7);
    Call.Answer answer = null;
    for (int times = 0; times < 60 && (answer == null || answer.status() == 200); times++) {
      answer = call("lena", "POST", "/api/leads/batch").json(Map.of("leads", nonsense)).send();
    }
    assertProblem(answer, 429, "too-many-leads");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(submitted(aLead()).status()).as("another caller").isEqualTo(201);
  }

  @Test
  void whoPrefersToWaitIsToldTheOwner() {
    Call.Answer answer =
        call("website", "POST", "/api/leads")
            .json(aGermanLead())
            .header("Prefer", "respond-async, wait=20")
            .send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=20");
    assertThat(answer.json().path("routing").asText()).isEqualTo("ROUTED");
    assertThat(answer.json().path("ownerId").asText()).isIn("anna", "kim", "jonas");
    assertThat(answer.header("ETag")).isNotEqualTo("W/\"0\"");
    assertProblem(
        call("website", "POST", "/api/leads").json("{}").header("Prefer", "wait=5").send(),
        422,
        "invalid");
  }

  @Test
  void whoPrefersToWaitIsToldThatTheLeadGoesOnAsAnotherOne() {
    Map<String, Object> lead = aGermanLead();
    UUID master = sent(lead);
    ownerOf(master);

    Call.Answer again =
        call("website", "POST", "/api/leads").json(lead).header("Prefer", "wait=20").send();

    assertThat(again.json().path("routing").asText()).as("%s", again).isEqualTo("MERGED");
    assertThat(again.json().path("masterId").asText()).isEqualTo(master.toString());
  }

  /** Sends the same person in once more, not by his source, and waits until that is merged. */
  private UUID merged(Map<String, Object> known, Map<String, Object> more) {
    Map<String, Object> twin = new TreeMap<>(known);
    twin.keySet().removeAll(List.of("sourceSystem", "sourceKey"));
    twin.putAll(more);
    UUID id = sent(twin);
    await().untilAsserted(() -> assertThat(lead(id).text("merged")).isEqualTo("true"));
    return id;
  }

  private Call.Answer withKey(Map<String, Object> lead, String key) {
    return call("website", "POST", "/api/leads").json(lead).header("Idempotency-Key", key).send();
  }

  private Call.Answer batch(List<?> leads, String key) {
    Call call =
        call("website", "POST", "/api/leads/batch").json(new TreeMap<>(Map.of("leads", leads)));
    return (key == null ? call : call.header("Idempotency-Key", key)).send();
  }

  private static List<String> texts(Call.Answer answer, String field) {
    List<String> texts = new ArrayList<>();
    answer.json().path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private List<String> notesOf(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/notes").body().findValuesAsText("text");
  }

  private String requestsOf(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/requests").body().toString();
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
