package org.leadflow.routing.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadflow.access.Caller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.lead.LeadRecords;
import org.leadflow.routing.replay.Agreement.Counted;
import org.leadflow.routing.replay.Agreement.Day;
import org.leadflow.routing.replay.ShadowTable.Entry;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.explain.KeptRules;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Knows which versions of rule sets decide beside those at work; on every node within seconds. What
 * a shadow says is counted and never followed.
 */
@Service
public class Shadows {

  private final ShadowTable table;
  private final KeptRules rules;
  private final LeadRecords leads;
  private final Permissions permissions;
  private volatile Map<String, Shadow> active = Map.of();

  Shadows(ShadowTable table, KeptRules rules, LeadRecords leads, Permissions permissions) {
    this.table = table;
    this.rules = rules;
    this.leads = leads;
    this.permissions = permissions;
  }

  /** A version that can be asked. */
  record Shadow(String ruleSet, String version, Rulebook rules) {}

  /** By rule set; as it was some seconds ago. */
  Map<String, Shadow> active() {
    return active;
  }

  /**
   * Puts a version beside the one at work, in the place of another that was there.
   *
   * @return whether there is such a version and it can be read
   */
  public boolean set(String ruleSet, String version, Caller by) {
    if (rules.with(ruleSet, version).isEmpty()) {
      return false;
    }
    table.set(ruleSet, version, by.userId());
    refresh();
    return true;
  }

  /** Takes the shadow away; what was counted stays. Whether there was one. */
  public boolean remove(String ruleSet) {
    boolean removed = table.remove(ruleSet);
    refresh();
    return removed;
  }

  /** How the shadow of this set agrees; empty when it has none. */
  public Optional<Agreement> agreement(String ruleSet, Caller caller) {
    return table.find(ruleSet).map(entry -> agreement(entry, caller));
  }

  private Agreement agreement(Entry entry, Caller caller) {
    List<Day> days = table.days(entry);
    Counted total = days.stream().map(Day::counted).reduce(new Counted(0, 0, 0, 0), Shadows::plus);
    long both = total.agreed() + total.differed();
    return new Agreement(
        entry.ruleSet(),
        entry.version(),
        entry.setBy(),
        entry.setOn(),
        rules.version(entry.ruleSet(), entry.version()).isPresent(),
        total,
        both == 0 ? null : (double) total.agreed() / both,
        days,
        table.rules(entry),
        table.examples(entry).stream()
            .filter(
                example ->
                    leads
                        .find(example.leadId())
                        .filter(lead -> permissions.allows(caller, Privilege.READ, lead))
                        .isPresent())
            .toList());
  }

  private static Counted plus(Counted one, Counted other) {
    return new Counted(
        one.agreed() + other.agreed(),
        one.differed() + other.differed(),
        one.failed() + other.failed(),
        one.dropped() + other.dropped());
  }

  /** Follows what other nodes set; a version that cannot be read is not asked. */
  @Scheduled(fixedDelayString = "${leadflow.rules.shadow.look-every:5s}")
  synchronized void refresh() {
    Map<String, Shadow> known = active;
    Map<String, Shadow> now = new HashMap<>();
    for (Entry entry : table.all()) {
      Shadow before = known.get(entry.ruleSet());
      if (before != null && before.version.equals(entry.version())) {
        now.put(entry.ruleSet(), before);
      } else {
        rules
            .with(entry.ruleSet(), entry.version())
            .ifPresent(
                with ->
                    now.put(entry.ruleSet(), new Shadow(entry.ruleSet(), entry.version(), with)));
      }
    }
    active = Map.copyOf(now);
  }
}
