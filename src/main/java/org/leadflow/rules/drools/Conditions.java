package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.leadflow.rules.Condition;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Place;
import org.leadflow.rules.house.ConditionReader;
import org.leadflow.rules.house.Draft;

/** Says what stands after {@code when} in words that need no rule engine. */
final class Conditions {

  private Conditions() {}

  /**
   * The alternatives, at least one.
   *
   * @param line of the rule, for what has no place of its own
   */
  static List<List<Condition>> of(BaseDescr read, Draft draft, int line) {
    if (read instanceof AndDescr and) {
      List<List<Condition>> all = List.of(List.of());
      for (BaseDescr each : and.getDescrs()) {
        all = ConditionReader.both(all, of(each, draft, line), draft.places().at(line, ""));
      }
      return all;
    } else if (read instanceof OrDescr or) {
      var all = new ArrayList<List<Condition>>();
      or.getDescrs().forEach(each -> all.addAll(of(each, draft, line)));
      return all;
    } else if (read instanceof PatternDescr pattern && isAboutTheLead(pattern)) {
      return of((BaseDescr) pattern.getConstraint(), draft, line);
    } else if (read instanceof ExprConstraintDescr constraint) {
      return ConditionReader.read(
          constraint.getExpression(), at(constraint, draft, line, constraint.getExpression()));
    }
    return List.of(List.of(Condition.opaque(String.valueOf(read), at(read, draft, line, ""))));
  }

  private static boolean isAboutTheLead(PatternDescr pattern) {
    return LeadFacts.class.getSimpleName().equals(pattern.getObjectType())
        && pattern.getSource() == null
        && pattern.getBehaviors().isEmpty();
  }

  private static Place at(BaseDescr read, Draft draft, int line, String text) {
    return draft.places().at(read.getLine() > 0 ? read.getLine() : line, text);
  }
}
