package org.leadflow.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Acting;
import org.leadflow.core.Actor.Door;
import org.leadflow.customer.OpportunityAnswer;
import org.leadflow.customer.Pursuit;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadCreation;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Answering;
import org.leadflow.routing.HandingOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets some leads of the demo go on to their end: their owners answer as they would by the API, a
 * moment after the leads came to them. In a thread of its own, so that the start does not wait.
 * Leads of an earlier start are left alone.
 */
@Component
@ConditionalOnProperty("leadflow.intake.demo-leads")
class Outcomes {

  private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

  private static final int ROUNDS = 240;
  private static final int PAUSE = 500;

  private final LeadCreation leads;
  private final HandingOver handingOver;
  private final Answering answering;
  private final Pursuit pursuit;
  private final Acting acting;
  private final TransactionOperations transaction;
  private final Clock clock;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Thread thread = new Thread();

  Outcomes(
      LeadCreation leads,
      HandingOver handingOver,
      Answering answering,
      Pursuit pursuit,
      Acting acting,
      TransactionOperations transaction,
      Clock clock) {
    this.leads = leads;
    this.handingOver = handingOver;
    this.answering = answering;
    this.pursuit = pursuit;
    this.acting = acting;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() throws IOException {
    List<Outcome> outcomes;
    try (InputStream file = new ClassPathResource("demo/outcomes.yaml").getInputStream()) {
      outcomes = new YAMLMapper().readValue(file, new TypeReference<>() {});
    }
    Instant started = clock.instant().minusSeconds(60);
    thread = new Thread(() -> comeAbout(new ArrayList<>(outcomes), started), "demo");
    thread.setDaemon(true);
    thread.start();
  }

  private void comeAbout(List<Outcome> outcomes, Instant started) {
    try {
      for (int round = 0; round < ROUNDS && !outcomes.isEmpty(); round++) {
        if (ended.await(PAUSE, TimeUnit.MILLISECONDS)) {
          return;
        }
        outcomes.removeIf(outcome -> !hasEnded() && isOver(outcome, started));
      }
      if (!hasEnded()) {
        outcomes.forEach(
            left -> log.info("Nothing became of the lead {} of the demo", left.lead()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** Takes the next step, if it can be taken now; whether there is none left. */
  private boolean isOver(Outcome outcome, Instant started) {
    try {
      Lead lead = leads.submittedAs("demo", outcome.lead()).orElse(null);
      if (lead != null && lead.createdOn().isBefore(started)) {
        return true;
      }
      return lead != null && isOver(outcome, lead);
    } catch (RuntimeException notYet) {
      log.debug("The lead {} of the demo is not that far", outcome.lead(), notYet);
      return false;
    }
  }

  private boolean isOver(Outcome outcome, Lead lead) {
    if (lead.ownerUser() != null) {
      return acting.as(lead.ownerUser(), Door.API, () -> step(outcome, lead));
    }
    boolean waits = lead.isOpen() && lead.assignedOn() != null && lead.owningPartner() == null;
    if (waits && !lead.owner().equals(Owner.team(Organization.INTAKE_TEAM))) {
      Owner taker = Owner.user(outcome.by());
      acting.as(outcome.by(), Door.API, () -> handingOver.assign(lead.leadId(), null, taker, null));
    }
    return !lead.isOpen();
  }

  private boolean step(Outcome outcome, Lead lead) {
    if (!lead.isOpen()) {
      return close(lead.qualifyingOpportunityId(), outcome.ofOpportunity());
    }
    if (lead.firstRespondedOn() == null) {
      answering.answer(lead.leadId(), new Answer.Contacted());
      return false;
    }
    Answer answer = outcome.answer();
    if (answer != null) {
      answering.answer(lead.leadId(), answer);
    }
    return answer == null;
  }

  private boolean close(@Nullable UUID opportunityId, @Nullable OpportunityAnswer answer) {
    if (opportunityId != null && answer != null) {
      transaction.executeWithoutResult(status -> pursuit.answer(opportunityId, answer));
    }
    return true;
  }

  /**
   * Never by an interrupt: the embedded database closes its file when its reader is interrupted.
   */
  @EventListener(ContextClosedEvent.class)
  void end() throws InterruptedException {
    ended.countDown();
    thread.join(5000);
  }
}
