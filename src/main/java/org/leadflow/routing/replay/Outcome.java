package org.leadflow.routing.replay;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.routing.Route;
import org.leadflow.routing.explain.Course;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.Reasons;

/**
 * Where a lead ended, or would end.
 *
 * @param where such as {@code team dach-enterprise}, {@code blocked Unsolicited} or {@code nobody}
 * @param ruleId the rule that decided last; empty when none did
 * @param rules every rule that decided something about it
 * @param grade null when it was not scored
 * @param team the team of the target, null when there is none
 * @param person who got it, null when nobody did or it waits in a queue
 * @param assigned whether somebody owns it; not so what waits at the lead desk
 */
record Outcome(
    String where,
    String ruleId,
    Set<String> rules,
    @Nullable String grade,
    @Nullable String team,
    @Nullable String person,
    boolean assigned,
    boolean blocked) {

  /** As these verdicts have it, before anybody took a turn. */
  static Outcome of(List<Verdict> verdicts, @Nullable String grade, @Nullable Target target) {
    Verdict last = verdicts.get(verdicts.size() - 1);
    boolean blocked = last.firstBlocker().isPresent();
    Set<String> rules = new TreeSet<>();
    for (Verdict verdict : verdicts) {
      for (Fired fired : verdict.fired()) {
        if (Reasons.decided(fired, verdict)) {
          rules.add(fired.ruleId());
        }
      }
    }
    boolean person = target != null && target.kind() == Target.Kind.PERSON;
    return new Outcome(
        blocked ? Reasons.answer(last) : target == null ? "nobody" : Reasons.words(target),
        Reasons.decider(last).map(Fired::ruleId).orElse(""),
        rules,
        grade,
        target == null || person ? null : target.id(),
        person ? target.id() : null,
        target != null,
        blocked);
  }

  /** As rules would have it now. */
  static Outcome of(Course course) {
    Route route = course.route();
    if (route == null || course.scoring() == null) {
      return of(List.of(course.screening()), null, null);
    }
    return of(
        Stream.concat(Stream.of(course.screening(), course.scoring()), route.verdicts().stream())
            .toList(),
        course.scoring().grade().name(),
        route.target());
  }

  /** The same with who got it in the end; null for nobody. */
  Outcome ownedBy(@Nullable String person, boolean assigned) {
    return new Outcome(where, ruleId, rules, grade, team, person, assigned, blocked);
  }

  /** Whether a member of the team takes a turn for it. */
  boolean takesTurn() {
    return where.startsWith("team ") || where.startsWith("owner ");
  }
}
