package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;

/** Looks at the rules of one set as a whole. */
public final class Analysis {

  private static final Comparator<Discovery> BY_PLACE =
      Comparator.<Discovery, String>comparing(each -> each.place().file())
          .thenComparingInt(each -> each.place().line())
          .thenComparing(Discovery::kind)
          .thenComparing(Discovery::sentence);

  private final String ruleSet;
  private final List<Rule> rules;
  private final Space space;
  private final List<Reading> readings;

  private Analysis(String ruleSet, List<Rule> rules, List<Map<String, String>> nobodyCases) {
    this.ruleSet = ruleSet;
    this.rules = rules;
    this.space = Space.of(rules, routes(ruleSet), nobodyCases);
    this.readings = rules.stream().map(space::read).toList();
  }

  /**
   * Everything worth saying, by place.
   *
   * <p>What is claimed holds for every lead; what cannot be decided, because of patterns or in
   * bounded time, is not claimed. Takes seconds for ten thousand rules.
   *
   * @param ruleSet path of its folder
   * @param nobodyCases leads, fact by fact as in a case, of which the author says that nobody takes
   *     them: what lies like them is no gap
   * @param known who there is to name as receiver
   */
  public static List<Discovery> of(
      String ruleSet,
      List<Rule> rules,
      List<Map<String, String>> nobodyCases,
      KnownReceivers known) {
    var analysis = new Analysis(ruleSet, rules, nobodyCases);
    var discoveries = new ArrayList<>(Contradictions.among(analysis.readings));
    discoveries.addAll(UnknownReceivers.among(ruleSet, analysis.readings, known));
    discoveries.addAll(analysis.amongEachOther(nobodyCases));
    return discoveries.stream().sorted(BY_PLACE).toList();
  }

  /** Only the receivers rules name though they are not there or not active any more. */
  public static List<Discovery> receivers(RuleSet ruleSet, KnownReceivers known) {
    List<Reading> readings =
        ruleSet.rules().stream().map(rule -> new Reading(rule, List.of())).toList();
    return UnknownReceivers.among(ruleSet.name(), readings, known);
  }

  private List<Discovery> amongEachOther(List<Map<String, String>> nobodyCases) {
    var sure = new SureBoxes(space, readings);
    var discoveries = new ArrayList<>(new Duplicates(sure).among(readings));
    if (routes(ruleSet)) {
      Set<String> told =
          discoveries.stream().map(each -> each.rules().get(0)).collect(Collectors.toSet());
      new Unreachable(space, sure)
          .among(readings).stream()
              .filter(each -> !told.contains(each.rules().get(0)))
              .forEach(discoveries::add);
      discoveries.addAll(conflicts(sure));
      discoveries.addAll(new Gaps(space, readings).in(ruleSet, nobodyCases));
    }
    return discoveries;
  }

  /** Only here by samples of patterns: they show that rules meet, never that they do not. */
  private List<Discovery> conflicts(SureBoxes sure) {
    Map<String, Set<String>> witnesses = Witnesses.of(rules);
    if (witnesses.isEmpty()) {
      return new Conflicts(space, sure).among(readings);
    }
    Space finer = Space.of(rules, true, List.of(), witnesses);
    List<Reading> finely = rules.stream().map(finer::read).toList();
    return new Conflicts(finer, new SureBoxes(finer, finely)).among(finely);
  }

  /** Elsewhere rules add up, and not every lead has to be taken. */
  private static boolean routes(String ruleSet) {
    return ruleSet.startsWith("routing/");
  }
}
