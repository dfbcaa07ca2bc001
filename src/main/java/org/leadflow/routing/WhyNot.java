package org.leadflow.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Gate;
import org.leadflow.assignment.Strategy;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision.Came;
import org.springframework.stereotype.Component;

/** Reads from the newest decision about a lead why somebody did not get it. */
@Component
public class WhyNot {

  private final Decisions decisions;

  WhyNot(Decisions decisions) {
    this.decisions = decisions;
  }

  /** Why this user did not get the lead; empty when nobody decided about the lead yet. */
  public Optional<Answer> of(UUID leadId, String userId) {
    return decisions.newestRoute(leadId).map(decision -> answer(decision, userId));
  }

  private static Answer answer(Decision decision, String userId) {
    var reader = new Reader(decision, userId);
    if (decision.owner() != null && decision.owner().equals(Owner.user(userId))) {
      return reader.says("has-it", userId + " got the lead. " + decision.sentence());
    }
    if (decision.outcome() == Came.OFFERED && decision.owner() != null) {
      return reader.says(
          "offered",
          "The lead is offered to "
              + decision.owner().id()
              + ": whoever of them accepts it has it.");
    }
    JsonNode target = decision.explanation().path("target");
    if (!target.isObject()) {
      return decision.explanation().path("facts").isObject()
          ? reader.says("rules-named-nobody", decision.sentence())
          : reader.says("person-decided", decision.sentence());
    }
    return reader
        .acquaintance()
        .or(reader::pool)
        .or(reader::candidate)
        .orElseGet(() -> reader.elsewhere(target));
  }

  /** One decision with one user in mind. */
  private record Reader(Decision decision, String userId) {

    private Answer says(String code, String sentence) {
      return says(code, sentence, List.of(), null, null);
    }

    private Answer says(
        String code,
        String sentence,
        List<Hindrance> hindrances,
        @Nullable String teamId,
        @Nullable JsonNode numbers) {
      return new Answer(
          userId,
          code,
          sentence,
          teamId,
          hindrances,
          numbers,
          decision.decisionId(),
          decision.decidedOn());
    }

    /** Who knows the customer, and what stood against him; or who came first because of that. */
    private Optional<Answer> acquaintance() {
      JsonNode known = decision.explanation().path("acquaintance");
      if (!known.isObject()) {
        return Optional.empty();
      }
      boolean his = known.path("userId").asText().equals(userId);
      boolean takes = known.path("code").asText().equals(Gate.PASSED.code());
      if (his && !takes) {
        return Optional.of(
            says(
                known.path("code").asText(),
                userId + " knows the customer but did not take it.",
                List.of(hindrance(known)),
                null,
                null));
      }
      return takes
          ? Optional.of(
              says(
                  "customer-is-known",
                  "The lead went past the turn to "
                      + known.path("userId").asText()
                      + ", who knows the customer."))
          : Optional.empty();
    }

    private Optional<Answer> candidate() {
      JsonNode explanation = decision.explanation();
      String team = explanation.path("pool").path("teamId").asText("");
      Optional<Answer> last = in(explanation.path("candidates"), team);
      if (last.isPresent()) {
        return last;
      }
      for (JsonNode pool : explanation.path("poolsBefore")) {
        Optional<Answer> before = in(pool.path("candidates"), pool.path("teamId").asText());
        if (before.isPresent()) {
          return before;
        }
      }
      return Optional.empty();
    }

    /** Whatever stood for or against him: the pool as such gave no turn, or wants none given. */
    private Optional<Answer> pool() {
      JsonNode pool = decision.explanation().path("pool");
      String team = pool.path("teamId").asText("");
      if (decision.code().equals(Gate.POOL_PAUSED.code())) {
        var paused =
            new Hindrance(
                Gate.POOL_PAUSED.code(),
                Gate.POOL_PAUSED.sentence(),
                Gate.POOL_PAUSED.remedy(),
                null);
        return Optional.of(
            says(
                paused.code(),
                "The pool of " + team + " was paused and gave no turns.",
                List.of(paused),
                team,
                null));
      }
      boolean claimed =
          decision.owner() != null && decision.owner().equals(Owner.team(team)) && !team.isEmpty();
      return claimed && pool.path("strategy").asText().equals(Strategy.QUEUE.name())
          ? Optional.of(
              says(
                  "to-be-claimed",
                  "The team "
                      + team
                      + " gives no turns: whoever of it claims the lead first has it.",
                  List.of(),
                  team,
                  null))
          : Optional.empty();
    }

    private Optional<Answer> in(JsonNode candidates, String teamId) {
      for (JsonNode candidate : candidates) {
        if (candidate.path("userId").asText().equals(userId)) {
          return Optional.of(of(candidate, teamId));
        }
      }
      return Optional.empty();
    }

    private Answer of(JsonNode candidate, String teamId) {
      JsonNode numbers = candidate.path("numbers");
      if (!candidate.path("eligible").asBoolean()) {
        List<Hindrance> all = new ArrayList<>();
        candidate.path("stops").forEach(stop -> all.add(hindrance(stop)));
        String gate = candidate.path("gate").asText();
        return says(
            gate, gate(gate).map(Gate::sentence).orElse(decision.sentence()), all, teamId, numbers);
      }
      int rank = candidate.path("rank").asInt();
      String tieBreak = decision.explanation().path("pool").path("tieBreak").asText("");
      return says(
          rank == 2 ? "next-in-turn" : "later-in-turn",
          userId
              + " could have had it and was number "
              + rank
              + " in the turn of "
              + teamId
              + (tieBreak.isEmpty() ? "." : "; the winner came first by " + tieBreak + "."),
          List.of(),
          teamId,
          numbers);
    }

    private Answer elsewhere(JsonNode target) {
      String id = target.path("id").asText();
      if (target.path("kind").asText().equals("PERSON")) {
        return says("rule-named-another", "A rule sent it to " + id + ". " + decision.sentence());
      }
      JsonNode unnamed = decision.explanation().path("pool").path("unnamed");
      return unnamed.isObject() && !unnamed.isEmpty()
          ? says("not-named", "The pool of " + id + " is too big to name all in the record.")
          : says(
              "not-in-team",
              userId + " was no member of " + id + ", to which a rule sent it.",
              List.of(),
              id,
              null);
    }

    private static Hindrance hindrance(JsonNode stop) {
      String code = stop.path("code").asText();
      return new Hindrance(
          code,
          stop.path("sentence").asText(),
          gate(code).map(Gate::remedy).orElse(null),
          stop.hasNonNull("until") ? Instant.parse(stop.path("until").asText()) : null);
    }

    private static Optional<Gate> gate(String code) {
      return Arrays.stream(Gate.values()).filter(gate -> gate.code().equals(code)).findFirst();
    }
  }

  /**
   * Why somebody did not get a lead, as it was when that was decided.
   *
   * @param code a gate of the catalogue, or {@code has-it}, {@code next-in-turn}, {@code
   *     later-in-turn}, {@code customer-is-known}, {@code to-be-claimed}, {@code offered}, {@code
   *     rule-named-another}, {@code not-in-team}, {@code not-named}, {@code rules-named-nobody},
   *     {@code person-decided}
   * @param teamId the team in whose turn he was looked at, null when in none
   * @param hindrances all that stood against him, with what would have to change
   * @param numbers what was seen of him, null when nothing was
   */
  public record Answer(
      String userId,
      String code,
      String sentence,
      @Nullable String teamId,
      List<Hindrance> hindrances,
      @Nullable JsonNode numbers,
      UUID decisionId,
      Instant decidedOn) {}

  /**
   * A gate that stopped him.
   *
   * @param remedy what would have to change, null for what only time changes
   * @param until when it ends by itself, null when that is not known
   */
  public record Hindrance(
      String code, String sentence, @Nullable String remedy, @Nullable Instant until) {}
}
