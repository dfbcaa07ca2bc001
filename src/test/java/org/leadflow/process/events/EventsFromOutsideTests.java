package org.leadflow.process.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Records;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadAssigned;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.rules.Target;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionOperations;

/** What happens elsewhere moves a lead on, and nothing sends it to and fro. */
abstract class EventsFromOutsideTests extends WholeWay {

  private static final Map<String, Object> NOTHING = Map.of();

  @Autowired TaskService tasks;
  @Autowired OrganizationChanges changes;
  @Autowired LeadRecords leads;
  @Autowired TransactionOperations transactions;
  @Autowired ApplicationEventMulticaster listeners;

  private UUID fromAntarctica() {
    UUID lead =
        sent(
            Map.of(
                "subject", "Inventory of a station",
                "lastName", unlikeAnyOther(),
                "address1Country", "Antarctica"));
    taskOf(lead, "UserTask_TriageLead");
    return lead;
  }

  private Api.Answer patched(UUID lead, Map<String, ?> fields) {
    Api.Answer answer = as("admin").patch("/api/leads/" + lead, lead(lead).etag(), fields);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer;
  }

  private JsonNode newestRoute(UUID lead) {
    for (JsonNode each : as("admin").get("/api/leads/" + lead + "/decisions").body()) {
      if (each.get("question").asText().equals("ROUTING")) {
        return each;
      }
    }
    throw new AssertionError("no decision about " + lead);
  }

  private long tasksOf(UUID lead) {
    return tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).count();
  }

  // The lead changed

  @Test
  void aLeadForWhichRulesHadNoAnswerIsDecidedAgainOnceItsDataIsComplete() {
    UUID lead = fromAntarctica();
    patched(lead, Map.of("description", "Nothing that helps"));
    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");

    patched(lead, Map.of("address1Country", "Germany", "companyName", unlikeAnyOther()));

    ownerOf(lead);
    assertThat(lead(lead).text("owningBusinessUnit")).isEqualTo("emea");
    assertThat(newestRoute(lead).at("/explanation/occasion/why").asText()).isEqualTo("CHANGED");
    assertThat(tasksOf(lead)).isOne();
  }

  /** He holds a connection still, and many like him would wait for each other's second one. */
  @Test
  void whoeverChangesALeadDoesNotAskTheRulesHimself() {
    UUID lead = fromAntarctica();
    List<Thread> deciding = new CopyOnWriteArrayList<>();
    var watch =
        new ApplicationListener<PayloadApplicationEvent<LeadAssigned>>() {
          @Override
          public void onApplicationEvent(PayloadApplicationEvent<LeadAssigned> assigned) {
            if (assigned.getPayload().leadId().equals(lead)) {
              deciding.add(Thread.currentThread());
            }
          }
        };
    listeners.addApplicationListener(watch);
    try {
      transactions.executeWithoutResult(status -> movesToGermany(lead));
      ownerOf(lead);
    } finally {
      listeners.removeApplicationListener(watch);
    }

    assertThat(deciding).hasSize(1).doesNotContain(Thread.currentThread());
  }

  private void movesToGermany(UUID leadId) {
    Lead lead = leads.locked(leadId);
    Map<String, Object> fields = Records.values(lead.fields());
    fields.put("address1Country", "Germany");
    leads.change(leadId, lead.version(), Records.of(LeadFields.class, fields), Set.of());
  }

  @Test
  void whoHasALeadKeepsItHoweverItChanges() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    int decisions = as("admin").get("/api/leads/" + lead + "/decisions").body().size();

    patched(lead, Map.of("address1Country", "USA", "numberOfEmployees", 3));

    assertThat(lead(lead).text("ownerId")).isEqualTo(owner);
    assertThat(as("admin").get("/api/leads/" + lead + "/decisions").body()).hasSize(decisions);
  }

  @Test
  void aLeadThatWasHandedBackStaysWithTheLeadDeskWhenItChanges() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    as(owner).post("/api/leads/" + lead + "/hand-back", NOTHING);
    taskOf(lead, "UserTask_TriageLead");

    patched(lead, Map.of("address1Country", "Austria"));

    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
    assertThat(tasksOf(lead)).isOne();
  }

  // It was withdrawn

  @Test
  void whatIsWithdrawnEndsWhereverItIs() {
    UUID worked = sent(aGermanLead());
    ownerOf(worked);
    UUID offered = sent(aGermanLead("channelPartnerId", "nordwind"));
    taskOf(offered, "UserTask_AnswerOffer");
    for (UUID lead : List.of(worked, offered, fromAntarctica())) {
      Api.Answer answer =
          as("website").post("/api/leads/" + lead + "/withdraw", Map.of("comment", "No more"));

      assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
      assertThat(answer.text("statusCodeLabel")).isEqualTo("Canceled");
      assertThat(tasksOf(lead)).isZero();
      assertThat(as("website").post("/api/leads/" + lead + "/withdraw", NOTHING).text("code"))
          .isEqualTo("lead-closed");
    }
    assertThat(as("freja").post("/api/leads/" + offered + "/offer/accept", NOTHING).text("code"))
        .isEqualTo("offer-withdrawn");
    assertThat(as("admin").post("/api/leads/" + worked + "/reactivate", NOTHING).status())
        .isEqualTo(200);
    ownerOf(worked);
    assertThat(as("admin").post("/api/leads/" + offered + "/reactivate", NOTHING).status())
        .isEqualTo(200);
    taskOf(offered, "UserTask_AnswerOffer");
  }

  @Test
  void whoMayNotSeeALeadDoesNotWithdrawIt() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);

    assertThat(as("kenji").post("/api/leads/" + lead + "/withdraw", NOTHING).status())
        .isEqualTo(404);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  // It was merged

  @Test
  void aLeadOnOfferThatIsMergedIsOnOfferNoLonger() {
    UUID offered = sent(aGermanLead("channelPartnerId", "nordwind"));
    taskOf(offered, "UserTask_AnswerOffer");
    UUID master = sent(aGermanLead());
    ownerOf(master);

    Api.Answer merged =
        as("admin").post("/api/leads/" + master + "/merge", Map.of("leadId", offered));

    assertThat(merged.status()).as("%s", merged.body()).isBetween(200, 201);
    assertThat(tasksOf(offered)).isZero();
    assertThat(as("freja").post("/api/leads/" + offered + "/offer/accept", NOTHING).text("code"))
        .isEqualTo("offer-withdrawn");
  }

  // To and fro

  @Test
  void whatRulesMovedTooOftenIsDecidedByAPerson() {
    String team = "team-" + unlikeAnyOther();
    changes.save(new Team(team, "Two", "emea", null));
    for (String member : List.of("ada-" + team, "ben-" + team)) {
      changes.save(new User(member, member, null, "emea", null, Set.of(Role.SELLER), true));
      changes.join(member, team);
    }
    rules.answer("routing/units/emea", Target.team(team, 1));
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    for (int time = 0; time < 5; time++) {
      movedOnceMore(lead);
    }

    changes.deactivate(owner);

    taskOf(lead, "UserTask_TriageLead");
    assertThat(newestRoute(lead).get("code").asText()).isEqualTo("moved-too-often");
    assertThat(newestRoute(lead).get("sentence").asText())
        .contains("But rules gave it to 6 owners within 7 days.");
    jdbc.sql("UPDATE pool_member SET turns = 100, credited = 0 WHERE team_id = ?")
        .param(team)
        .update();
  }

  private void movedOnceMore(UUID lead) {
    jdbc.sql(
            """
            INSERT INTO decision (decision_id, lead_id, question, decided_on, code, sentence, outcome, explanation)
            SELECT ?, lead_id, question, decided_on, code, sentence, outcome, '{}'
            FROM decision WHERE lead_id = ? AND outcome = 'ASSIGNED' ORDER BY decision_id FETCH FIRST 1 ROWS ONLY
            """)
        .params(UUID.randomUUID(), lead)
        .update();
    jdbc.sql("UPDATE lead SET routing_hops = routing_hops + 1 WHERE lead_id = ?")
        .param(lead)
        .update();
  }
}
