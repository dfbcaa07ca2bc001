package org.leadflow.routing.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.routing.replay.ReplayResult.Example;
import org.leadflow.routing.replay.ReplayResult.Flow;
import org.leadflow.routing.replay.ReplayResult.Shift;

/** Adds up what would have changed, lead by lead; as large as there are rules and teams. */
final class Difference {

  private static final int SHIFTS = 500;
  private static final int FLOWS = 1000;
  private static final int EXAMPLES = 200;
  private static final int EXAMPLES_OF_A_KIND = 5;

  /**
   * One lead, decided again.
   *
   * @param after null when the rules broke
   */
  record Compared(PastLead lead, Outcome before, @Nullable Outcome after) {}

  private final ExpectedTurns turnsBefore;
  private final ExpectedTurns turnsAfter;
  private final Map<String, int[]> rules = new HashMap<>();
  private final Map<String, int[]> teams = new HashMap<>();
  private final Map<String, int[]> persons = new HashMap<>();
  private final Map<List<String>, Integer> flows = new HashMap<>();
  private final List<Example> examples = new ArrayList<>();
  private final int[] screenedOut = new int[2];
  private final int[] unassigned = new int[2];
  private int leads;
  private int changed;
  private int regraded;
  private int failed;
  private int skipped;
  private boolean cut;

  Difference(Map<String, List<String>> membersByTeam) {
    turnsBefore = new ExpectedTurns(membersByTeam);
    turnsAfter = new ExpectedTurns(membersByTeam);
  }

  int leads() {
    return leads;
  }

  void skip() {
    skipped++;
  }

  /** Adds a lead; in the order of the leads, so that the same draft always gives the same. */
  void add(Compared compared) {
    leads++;
    Outcome before = owned(compared);
    Outcome after = compared.after == null ? broken() : afterwards(before, compared.after);
    failed += compared.after == null ? 1 : 0;
    count(before, 0);
    count(after, 1);
    boolean moved = !before.where().equals(after.where());
    changed += moved ? 1 : 0;
    regraded += Objects.equals(before.grade(), after.grade()) ? 0 : 1;
    int alike = flows.merge(List.of(before.where(), after.where()), 1, Integer::sum);
    if (moved) {
      example(compared.lead, before, after, alike);
    }
  }

  /** Of a line of a file nobody knows who got it. */
  private Outcome owned(Compared compared) {
    Outcome before = compared.before;
    return compared.lead.before() == null && before.takesTurn()
        ? before.ownedBy(turnsBefore.next(Objects.requireNonNull(before.team())), true)
        : before;
  }

  /** Whoever had the turn of a team has it still when the lead stays there. */
  private Outcome afterwards(Outcome before, Outcome after) {
    if (before.where().equals(after.where())) {
      return after.ownedBy(before.person(), before.assigned());
    }
    return after.takesTurn()
        ? after.ownedBy(turnsAfter.next(Objects.requireNonNull(after.team())), true)
        : after;
  }

  private static Outcome broken() {
    return new Outcome("rules failed", "", Set.of(), null, null, null, false, false);
  }

  private void count(Outcome outcome, int side) {
    outcome.rules().forEach(rule -> rules.computeIfAbsent(rule, id -> new int[2])[side]++);
    if (outcome.team() != null) {
      teams.computeIfAbsent(outcome.team(), id -> new int[2])[side]++;
    }
    if (outcome.person() != null) {
      persons.computeIfAbsent(outcome.person(), id -> new int[2])[side]++;
    }
    screenedOut[side] += outcome.blocked() ? 1 : 0;
    unassigned[side] += outcome.assigned() || outcome.blocked() ? 0 : 1;
  }

  private void example(PastLead lead, Outcome before, Outcome after, int alike) {
    if (alike > EXAMPLES_OF_A_KIND || examples.size() == EXAMPLES) {
      return;
    }
    examples.add(
        new Example(
            lead.leadId(),
            lead.leadId() == null ? lead.line() : null,
            before.where(),
            after.where(),
            before.ruleId(),
            after.ruleId(),
            before.person(),
            after.person()));
  }

  ReplayResult result(long milliseconds) {
    List<Shift> ofRules = shifts(rules);
    List<Shift> ofTeams = shifts(teams);
    List<Shift> ofPersons = shifts(persons);
    List<Flow> all =
        flows.entrySet().stream()
            .map(flow -> new Flow(flow.getKey().get(0), flow.getKey().get(1), flow.getValue()))
            .sorted(
                Comparator.comparingInt(Flow::leads)
                    .reversed()
                    .thenComparing(Flow::from)
                    .thenComparing(Flow::to))
            .limit(FLOWS)
            .toList();
    return new ReplayResult(
        leads,
        changed,
        regraded,
        failed,
        skipped,
        screenedOut[0],
        screenedOut[1],
        unassigned[0],
        unassigned[1],
        ofRules,
        ofTeams,
        ofPersons,
        all,
        List.copyOf(examples),
        cut || flows.size() > FLOWS,
        milliseconds);
  }

  private List<Shift> shifts(Map<String, int[]> counted) {
    cut |= counted.size() > SHIFTS;
    return counted.entrySet().stream()
        .map(each -> new Shift(each.getKey(), each.getValue()[0], each.getValue()[1]))
        .sorted(
            Comparator.<Shift>comparingInt(shift -> -Math.abs(shift.after() - shift.before()))
                .thenComparing(Shift::id))
        .limit(SHIFTS)
        .toList();
  }
}
