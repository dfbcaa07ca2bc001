package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Rule;

/** Looks at the rules of one set as a whole. */
public final class Analysis {

  private static final Comparator<Discovery> BY_PLACE =
      Comparator.<Discovery, String>comparing(each -> each.place().file())
          .thenComparingInt(each -> each.place().line())
          .thenComparing(Discovery::kind)
          .thenComparing(Discovery::sentence);

  private final String ruleSet;
  private final Space space;
  private final List<Reading> readings;

  private Analysis(String ruleSet, List<Rule> rules, List<Map<String, String>> nobodyCases) {
    this.ruleSet = ruleSet;
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
      discoveries.addAll(new Conflicts(space, sure).among(readings));
      discoveries.addAll(new Gaps(space, readings).in(ruleSet, nobodyCases));
    }
    return discoveries;
  }

  /** Elsewhere rules add up, and not every lead has to be taken. */
  private static boolean routes(String ruleSet) {
    return ruleSet.startsWith("routing/");
  }
}
