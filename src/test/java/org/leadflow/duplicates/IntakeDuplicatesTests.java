package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
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
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.customer.Customers;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a lead whose person is known already, on each of the databases. */
abstract class IntakeDuplicatesTests extends WholeWay {

  @Autowired Customers customers;
  @Autowired ObjectMapper json;

  KnownCustomers known;

  @BeforeEach
  void somebodyWhoKnowsCustomers() {
    known = new KnownCustomers(json, customers, jdbc, "anna");
  }

  @Test
  void theSamePersonAgainIsMergedIntoTheOpenLeadWhichKeepsItsOwner() {
    Map<String, Object> first = aGermanLead();
    UUID master = sent(first);
    String owner = ownerOf(master);
    Map<String, Object> again = new TreeMap<>(first);
    again.put("subject", "And a second line");
    again.put("telephone1", "+49 711 123456");
    again.put("description", "We also need spare parts");
    again.put("doNotPhone", true);
    again.put("emailAddress1", first.get("emailAddress1").toString().toUpperCase());

    UUID second = sent(again);

    await().untilAsserted(() -> assertThat(lead(second).text("statusCode")).isEqualTo("100000001"));
    Api.Answer closed = lead(second);
    assertThat(closed.text("stateCode")).isEqualTo("2");
    assertThat(closed.text("masterId")).isEqualTo(master.toString());
    assertThat(closed.text("merged")).isEqualTo("true");
    assertThat(closed.text("leadSourceCode")).isEqualTo("7");
    Api.Answer stays = lead(master);
    assertThat(stays.text("ownerId")).isEqualTo(owner);
    assertThat(stays.text("subject")).isEqualTo(first.get("subject"));
    assertThat(stays.text("telephone1")).isEqualTo("+49 711 123456");
    assertThat(stays.text("doNotPhone")).isEqualTo("true");
    assertThat(as("admin").get("/api/leads/" + master + "/timeline").body().toString())
        .contains("We also need spare parts", second.toString());
    assertThat(taskOf(master, "UserTask_WorkLead")).isNotNull();
  }

  @Test
  void twoSubmissionsOfOnePersonAtTheSameMomentEndAsOne() throws Exception {
    for (int round = 0; round < 5; round++) {
      Map<String, Object> lead = aGermanLead();
      List<UUID> all = sentTogether(6, lead);

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(count("pending_start")).isZero();
                assertThat(all.stream().filter(id -> lead(id).text("stateCode").equals("0")))
                    .hasSize(1);
              });
    }
  }

  @Test
  void fortyLeadsOfOnePersonAtOnceWaitForEachOtherInOneOrderSoThatNoneIsRetried() throws Exception {
    List<UUID> all = sentTogether(40, aGermanLead());

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(all.stream().filter(id -> lead(id).text("stateCode").equals("0")))
                    .hasSize(1));
    for (UUID id : all) {
      assertThat(
              jdbc.sql(
                      "SELECT start_act_id_ FROM act_hi_procinst WHERE business_key_ = ? AND super_process_instance_id_ IS NULL")
                  .param(id.toString())
                  .query(String.class)
                  .list())
          .as("how %s was started", id)
          .containsExactly("StartEvent_LeadReceived");
    }
  }

  @Test
  void moreLeadsOfOnePersonThanAreLookedAtEndAsOne() {
    Map<String, Object> lead = aGermanLead();
    Api.Answer batch =
        as("website").post("/api/leads/batch", Map.of("leads", Collections.nCopies(130, lead)));
    assertThat(batch.text("created")).isEqualTo("130");

    await()
        .atMost(Duration.ofSeconds(120))
        .untilAsserted(
            () -> {
              assertThat(count("pending_start")).isZero();
              assertThat(
                      jdbc.sql(
                              "SELECT count(*) FROM lead WHERE email_address1 = ? AND state_code = 0")
                          .param(lead.get("emailAddress1"))
                          .query(Integer.class)
                          .single())
                  .isOne();
            });
  }

  private List<UUID> sentTogether(int times, Map<String, Object> lead) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Callable<UUID>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        calls.add(() -> sent(lead));
      }
      List<UUID> ids = new ArrayList<>();
      for (Future<UUID> each : threads.invokeAll(calls)) {
        ids.add(each.get());
      }
      return ids;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKnownCustomerIsLinkedAndTheLeadGoesOn() {
    String name = unlikeAnyOther();
    String mail = name + "@" + unlikeAnyOther() + ".example";
    UUID account = known.account("name", unlikeAnyOther(), "address1Country", "Germany");
    UUID contact =
        known.contact(
            "firstName",
            "Petra",
            "lastName",
            name,
            "emailAddress1",
            mail,
            "parentAccountId",
            account);

    UUID lead = sent(aGermanLead("lastName", name, "emailAddress1", mail));

    ownerOf(lead);
    assertThat(lead(lead).text("parentContactId")).isEqualTo(contact.toString());
    assertThat(lead(lead).text("parentAccountId")).isEqualTo(account.toString());
  }

  @Test
  void aKnownCompanyIsLinkedByNameAndCountryAndNotByNameAlone() {
    String company = unlikeAnyOther();
    UUID account = known.account("name", company + " AG", "address1Country", "Germany");

    UUID same = sent(aGermanLead("companyName", company));
    UUID abroad = sent(aGermanLead("companyName", company, "address1Country", "France"));

    ownerOf(same);
    assertThat(lead(same).text("parentAccountId")).isEqualTo(account.toString());
    await().untilAsserted(() -> assertThat(count("pending_start")).isZero());
    assertThat(lead(abroad).text("parentAccountId")).isNull();
  }

  @Test
  void whatADuplicateSaysOtherwiseIsANoteOfTheLead() {
    Map<String, Object> first = new TreeMap<>(aGermanLead());
    first.put("jobTitle", "Buyer");
    first.put("telephone1", "+49 711 1111111");
    UUID master = sent(first);
    String owner = ownerOf(master);
    Map<String, Object> again = new TreeMap<>(first);
    again.put("jobTitle", "Head of purchasing");
    again.put("telephone1", "+49 711 2222222");

    UUID second = sent(again);
    await().untilAsserted(() -> assertThat(lead(second).text("merged")).isEqualTo("true"));
    UUID third = sent(again);
    await().untilAsserted(() -> assertThat(lead(third).text("merged")).isEqualTo("true"));

    JsonNode notes = as(owner).get("/api/leads/" + master + "/notes").body().path("items");
    assertThat(notes).as("the same is said once").hasSize(1);
    assertThat(notes.get(0).path("text").asText())
        .contains("jobTitle: Head of purchasing", "telephone1: +49 711 2222222")
        .doesNotContain("lastName", "description");
  }

  @Test
  void whatAPartnerBringsIsHisAndNotMergedIntoALeadThatHeMayNotSee() {
    Map<String, Object> first = aGermanLead();
    UUID direct = sent(first);
    ownerOf(direct);

    Api.Answer his = as("freja").post("/api/leads", new TreeMap<>(first));

    UUID lead = UUID.fromString(his.text("leadId"));
    assertThat(lead(lead).text("channelPartnerId")).isEqualTo("nordwind");
    await().until(() -> as("admin").get("/api/leads/" + lead + "/duplicates"), undecided());
    assertThat(
            as("admin")
                .get("/api/leads/" + lead + "/duplicates")
                .body()
                .at("/candidates/0/rule")
                .asText())
        .isEqualTo("lead-of-another-partner");
    assertThat(lead(direct).text("stateCode")).isEqualTo("0");
    Map<String, Object> anothers = new TreeMap<>(first);
    anothers.put("channelPartnerId", "pacifica");
    assertThat(as("freja").post("/api/leads", anothers).faultyFields())
        .containsExactly("channelPartnerId");
    decided(lead, Map.of("answer", "different"));
  }

  @Test
  void whoIsReachedElsewhereIsNotSurelyTheSame() {
    Map<String, Object> first = new TreeMap<>(aGermanLead());
    first.put("address1PostalCode", "70173");
    first.put("telephone1", "+49 711 1111111");
    UUID there = sent(first);
    ownerOf(there);
    Map<String, Object> again = new TreeMap<>(first);
    again.put("emailAddress1", "x" + first.get("emailAddress1"));
    again.put("telephone1", "+49 711 2222222");

    UUID other = sent(again);

    await().until(() -> as("admin").get("/api/leads/" + other + "/duplicates"), undecided());
    assertThat(
            as("admin")
                .get("/api/leads/" + other + "/duplicates")
                .body()
                .at("/candidates/0/rule")
                .asText())
        .isEqualTo("lead-alike-reached-elsewhere");
    decided(other, Map.of("answer", "different"));
  }

  @Test
  void withoutAFirstNameAllTheRestHasToSayMore() {
    Map<String, Object> first = new TreeMap<>(aGermanLead());
    first.remove("firstName");
    first.remove("emailAddress1");
    UUID there = sent(first);
    Map<String, Object> hugo = new TreeMap<>(first);
    hugo.put("firstName", "Hugo");

    UUID other = sent(hugo);

    await().until(() -> as("admin").get("/api/leads/" + other + "/duplicates"), undecided());
    decided(other, Map.of("answer", "different"));
    assertThat(lead(there).text("stateCode")).isEqualTo("0");
  }

  private static Predicate<Api.Answer> undecided() {
    return answer -> "true".equals(answer.text("undecided"));
  }

  @Test
  void aNameAloneIsNobody() {
    Map<String, Object> first = aGermanLead();
    sent(first);

    UUID other = sent(aGermanLead("lastName", first.get("lastName")));

    ownerOf(other);
  }

  @Test
  void whereItIsNotCertainTheLeadDeskIsAskedAndDifferentIsRemembered() {
    Map<String, Object> first = aGermanLead();
    UUID there = sent(first);
    ownerOf(there);

    UUID unsure = unsure(first);
    Api.Answer asked = as("admin").get("/api/leads/" + unsure + "/duplicates");
    assertThat(asked.text("undecided")).isEqualTo("true");
    assertThat(asked.body().path("candidates")).hasSize(1);
    assertThat(asked.body().at("/candidates/0/id").asText()).isEqualTo(there.toString());
    assertThat(asked.body().at("/candidates/0/rule").asText())
        .isEqualTo("lead-same-email-other-name");

    assertThat(assigned(unsure).text("code")).isEqualTo("duplicate-undecided");
    assertThat(decided(unsure, Map.of("answer", "perhaps")).status()).isEqualTo(422);
    assertThat(decided(unsure, Map.of("answer", "customer")).faultyFields())
        .containsExactly("duplicateNumber");
    assertThat(decided(unsure, Map.of("answer", "different")).status()).isEqualTo(200);

    ownerOf(unsure);
    assertThat(count("told_apart")).isPositive();
    assertThat(decided(unsure, Map.of("answer", "different")).text("code")).isEqualTo("not-asked");
  }

  private Api.Answer assigned(UUID lead) {
    return as("admin")
        .post("/api/leads/" + lead + "/assign", Map.of("ownerId", "anna", "ownerIdType", "user"));
  }

  @Test
  void theLeadDeskMergesWhatIsTheSame() {
    Map<String, Object> first = aGermanLead();
    UUID there = sent(first);
    ownerOf(there);
    UUID unsure = unsure(first);

    assertThat(decided(unsure, Map.of("answer", "same")).text("masterId"))
        .isEqualTo(there.toString());
    assertThat(lead(there).text("stateCode")).isEqualTo("0");
  }

  @Test
  void whoMayNotWriteTheLeadDecidesNothing() {
    Map<String, Object> first = aGermanLead();
    sent(first);
    UUID unsure = unsure(first);

    assertThat(
            as("anna")
                .post("/api/leads/" + unsure + "/duplicates/decide", Map.of("answer", "same"))
                .status())
        .isIn(403, 404);
    decided(unsure, Map.of("answer", "different"));
  }

  @Test
  void whoMayNotWriteTheLeadItIsSaidToBeDoesNotMergeThem() {
    Map<String, Object> first = aGermanLead();
    UUID there = sent(first);
    ownerOf(there);
    UUID unsure = unsure(first);
    String membership = "/api/organization/teams/triage/members/mateo";
    as("admin").put(membership, Map.of());
    try {
      Api.Answer refused =
          as("mateo").post("/api/leads/" + unsure + "/duplicates/decide", Map.of("answer", "same"));

      assertThat(refused.status()).as("%s", refused.body()).isIn(403, 404);
      assertThat(refused.text("detail")).contains(there.toString());
      assertThat(lead(unsure).text("stateCode")).isEqualTo("0");
      Api.Answer other =
          as("mateo")
              .post("/api/leads/" + unsure + "/duplicates/decide", Map.of("answer", "different"));
      assertThat(other.status()).as("%s", other.body()).isEqualTo(200);
    } finally {
      as("admin").delete(membership);
    }
  }

  @Test
  void theCardShowsBothSideBySide() {
    Map<String, Object> first = aGermanLead();
    UUID there = sent(first);
    ownerOf(there);
    UUID unsure = unsure(first);

    String page = tasklistOf("admin").get("/leads/" + unsure + "/twins/card").body();

    assertThat(page)
        .contains(first.get("lastName").toString(), "Zzyzx", "1. Open lead", "The new lead");
    decided(unsure, Map.of("answer", "different"));
  }

  @Test
  void leadsOfASourceThatIsSwitchedOffAreNotCompared() {
    Map<String, Object> first = aGermanLead();
    sent(first);
    Map<String, Object> again = new TreeMap<>(first);
    again.put("sourceSystem", NOT_COMPARED);
    again.put("sourceKey", unlikeAnyOther());

    ownerOf(sent(again));
  }

  private UUID unsure(Map<String, Object> first) {
    Map<String, Object> other = aGermanLead("emailAddress1", first.get("emailAddress1"));
    other.put("firstName", "Quo");
    other.put("lastName", "Zzyzx");
    UUID lead = sent(other);
    taskOf(lead, "UserTask_DecideDuplicate");
    return lead;
  }

  private Api.Answer decided(UUID lead, Map<String, ?> answer) {
    return as("admin").post("/api/leads/" + lead + "/duplicates/decide", answer);
  }
}
