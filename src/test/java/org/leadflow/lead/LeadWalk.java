package org.leadflow.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadflow.Invariants;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Leads of the running product, moved through the API, each beside a model of how it must be. */
@TestPropertySource(properties = "leadflow.process.starters=3")
class LeadWalk extends WholeWay {

  private final List<Walker> walkers = new ArrayList<>();

  @Autowired private AuditTrail auditTrail;

  /** A lead and how it must be. */
  private static final class Walker {

    private final UUID lead;
    private final boolean tookATurn;
    private StatusCode reason = StatusCode.NEW;
    private StatusCode before = StatusCode.NEW;
    private String owner;
    private boolean converted;
    private boolean deleted;

    private Walker(UUID lead, String owner, boolean tookATurn) {
      this.lead = lead;
      this.owner = owner;
      this.tookATurn = tookATurn;
    }

    private boolean isOpen() {
      return reason.state() == StateCode.OPEN;
    }

    private void close(StatusCode reason) {
      before = this.reason;
      this.reason = reason;
    }

    private String path(String what) {
      return "/api/leads/" + lead + what;
    }
  }

  /** One for a team in Germany, whose members take turns, or for a queue in the USA. */
  void create(String country) {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR", "address1Country", country));
    walkers.add(new Walker(lead, ownerOf(lead), country.equals("Germany")));
  }

  void contact(int which) {
    Walker walker = walker(which);
    Api.Answer answer = as("admin").post(walker.path("/contacted"), Map.of());
    if (happens(answer, walker, walker.isOpen(), "lead-closed")) {
      walker.reason = StatusCode.CONTACTED;
    }
    compare(walker);
  }

  void qualify(int which) {
    Walker walker = walker(which);
    Api.Answer answer = as("admin").post(walker.path("/qualify"), Map.of());
    if (happens(answer, walker, walker.isOpen(), "lead-closed")) {
      assertThat(answer.body().get("createdEntities")).hasSize(walker.converted ? 0 : 3);
      assertThat(answer.body().get("linkedEntities")).hasSize(walker.converted ? 3 : 0);
      walker.converted = true;
      walker.close(StatusCode.QUALIFIED);
    }
    compare(walker);
  }

  void disqualify(int which, StatusCode reason) {
    Walker walker = walker(which);
    Api.Answer answer =
        as("admin").post(walker.path("/disqualify"), Map.of("statusCode", reason.code()));
    boolean possible = walker.isOpen() && !walker.converted;
    if (happens(answer, walker, possible, walker.isOpen() ? "opportunity-exists" : "lead-closed")) {
      walker.close(reason);
    }
    compare(walker);
  }

  void reactivate(int which) {
    Walker walker = walker(which);
    Api.Answer answer = as("admin").post(walker.path("/reactivate"), Map.of());
    if (happens(answer, walker, !walker.isOpen(), "lead-open")) {
      walker.reason = walker.before;
    }
    compare(walker);
  }

  void change(int which, String jobTitle) {
    Walker walker = walker(which);
    String etag = lead(walker.lead).etag();
    Api.Answer answer =
        as("admin").patch(walker.path(""), etag == null ? "*" : etag, Map.of("jobTitle", jobTitle));
    if (happens(answer, walker, walker.isOpen(), "lead-closed")) {
      assertThat(answer.text("jobTitle")).isEqualTo(jobTitle);
    }
    compare(walker);
  }

  void assign(int which, String owner) {
    Walker walker = walker(which);
    Api.Answer answer =
        as("admin").post(walker.path("/assign"), Map.of("ownerId", owner, "ownerIdType", "user"));
    // A closed one too: people leave.
    if (happens(answer, walker, true, "none")) {
      walker.owner = owner;
    }
    compare(walker);
  }

  /** Passes over leads that took a turn: their decisions, from which turns are counted, go too. */
  void delete(int which) {
    Walker walker = walker(which);
    if (walker.tookATurn) {
      return;
    }
    Api.Answer answer = as("admin").delete(walker.path(""));
    if (walker.deleted || walker.converted) {
      happens(answer, walker, false, "record-exists");
    } else {
      assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
      walker.deleted = true;
    }
    compare(walker);
  }

  void theInvariantsHold() {
    new Invariants(jdbc, auditTrail)
        .hold(
            walkers.stream().filter(walker -> !walker.deleted).map(walker -> walker.lead).toList());
  }

  private Walker walker(int which) {
    if (walkers.isEmpty()) {
      create("Germany");
    }
    return walkers.get(which % walkers.size());
  }

  /** Whether it happens, after the answer was found to say so. */
  private static boolean happens(
      Api.Answer answer, Walker walker, boolean possible, String otherwise) {
    int expected = walker.deleted ? 404 : possible ? 200 : 409;
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(expected);
    if (expected == 409) {
      assertThat(answer.text("code")).isEqualTo(otherwise);
    }
    return expected == 200;
  }

  private void compare(Walker walker) {
    Api.Answer now = lead(walker.lead);
    assertThat(now.status()).isEqualTo(walker.deleted ? 404 : 200);
    if (!walker.deleted) {
      assertThat(now.body().get("statusCode").asInt()).isEqualTo(walker.reason.code());
      assertThat(now.body().get("stateCode").asInt()).isEqualTo(walker.reason.state().code());
      assertThat(now.text("ownerId")).isEqualTo(walker.owner);
      assertThat(now.text("qualifyingOpportunityId") != null).isEqualTo(walker.converted);
    }
  }
}
