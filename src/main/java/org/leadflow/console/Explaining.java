package org.leadflow.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.WallClock;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision;
import org.springframework.stereotype.Component;

/** Says in words what a decision record holds. Shows what was kept; works nothing out anew. */
@Component
class Explaining {

  private static final int BEST_SCORE = 100;

  private final Names names;
  private final WallClock times;

  Explaining(Names names, WallClock times) {
    this.names = names;
    this.times = times;
  }

  Judged explain(Decision decision) {
    JsonNode explanation = decision.explanation();
    return new Judged(
        switch (decision.question()) {
          case SCREENING -> "Is it a real lead?";
          case SCORING -> "How promising is it?";
          case ROUTING -> "Whose is it?";
          case CREDIT -> "Who gets a turn back?";
        },
        times.second(decision.decidedOn()),
        decision.sentence(),
        decision.owner() == null ? null : names.owner(decision.owner()),
        note(explanation),
        list(explanation.path("verdicts")).stream().map(this::asked).toList(),
        list(explanation.path("candidates")).stream()
            .map(candidate -> member(candidate, decision.owner()))
            .toList());
  }

  private static @Nullable String note(JsonNode explanation) {
    int points =
        list(explanation.path("verdicts")).stream()
            .flatMap(verdict -> list(verdict.path("fired")).stream())
            .mapToInt(fired -> fired.at("/outcome/points").asInt())
            .sum();
    if (points > BEST_SCORE) {
      return "The points add up to " + points + "; a score ends at " + BEST_SCORE + ".";
    }
    return points < 0 ? "The points add up to " + points + "; a score starts at 0." : null;
  }

  private Judged.Asked asked(JsonNode verdict) {
    List<JsonNode> fired = list(verdict.path("fired"));
    Optional<JsonNode> winner =
        fired.stream()
            .filter(rule -> rule.path("outcome").has("priority"))
            .min(
                Comparator.<JsonNode>comparingInt(rule -> rule.at("/outcome/priority").asInt())
                    .thenComparing(rule -> rule.path("ruleId").asText()));
    return new Judged.Asked(
        verdict.path("ruleSet").asText(),
        verdict.path("version").asText(),
        fired.stream()
            .map(rule -> rule(rule, winner.isEmpty() || winner.get().equals(rule)))
            .toList());
  }

  private Judged.Rule rule(JsonNode fired, boolean decisive) {
    return new Judged.Rule(
        fired.path("ruleId").asText(),
        fired.path("sentence").asText(),
        fired.path("owner").asText(),
        fired.path("file").asText() + ":" + fired.path("line").asInt(),
        said(fired.path("outcome")),
        decisive);
  }

  private String said(JsonNode outcome) {
    if (outcome.has("points")) {
      return "%+d".formatted(outcome.path("points").asInt());
    }
    if (outcome.has("statusReason")) {
      return "closes it as " + outcome.path("statusReason").asText();
    }
    String id = outcome.path("id").asText();
    String receiver =
        switch (outcome.path("kind").asText()) {
          case "UNIT" -> "to the unit " + names.unit(id);
          case "PARTNER" -> "to the partner " + names.partner(id);
          case "PERSON" -> "to " + names.user(id);
          case "QUEUE" -> "to whoever of the team " + names.team(id) + " claims it first";
          case "TEAM" -> "to the member of the team " + names.team(id) + " whose turn it is";
          default -> "to " + id;
        };
    return receiver + " (priority " + outcome.path("priority").asInt() + ")";
  }

  private static Judged.Member member(JsonNode candidate, @Nullable Owner owner) {
    boolean chosen =
        owner != null
            && owner.kind() == Owner.Kind.USER
            && owner.id().equals(candidate.path("userId").asText());
    String gate = candidate.path("gate").asText();
    return new Judged.Member(
        candidate.path("name").asText(),
        switch (gate) {
          case "passed" -> chosen ? "had the turn" : "could have had it; it was not yet their turn";
          case "inactive" -> "no: switched off";
          case "excluded" -> "no: left out, for example after handing the lead back";
          default -> "no: " + gate;
        },
        chosen);
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>();
    array.forEach(nodes::add);
    return nodes;
  }
}
