package org.leadflow.rules.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Operator;
import org.leadflow.rules.Rule;

/** All leads as the rules of one set tell them apart: an axis for every fact they mention. */
final class Space {

  private final List<Axis> axes;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Box> impossible;

  private Space(List<Axis> axes) {
    this.axes = List.copyOf(axes);
    for (int axis = 0; axis < axes.size(); axis++) {
      numbers.put(axes.get(axis).fact, axis);
    }
    this.impossible = LinkedFacts.impossible(this);
  }

  /**
   * @param rated whether score and grade are there already
   * @param examples further values to tell apart, by fact
   */
  static Space of(List<Rule> rules, boolean rated, List<Map<String, String>> examples) {
    return of(rules, rated, examples, Map.of());
  }

  /**
   * The same, where further values of facts that rules mention are told apart.
   *
   * @param witnesses values by fact
   */
  static Space of(
      List<Rule> rules,
      boolean rated,
      List<Map<String, String>> examples,
      Map<String, Set<String>> witnesses) {
    var values = new TreeMap<String, Set<String>>();
    for (Rule rule : rules) {
      for (List<Condition> alternative : rule.conditions()) {
        for (Condition condition : alternative) {
          if (!condition.isOpaque() && FactAxes.isFact(condition.fact())) {
            Set<String> mentioned =
                values.computeIfAbsent(condition.fact(), fact -> new HashSet<>());
            if (compares(condition.operator())) {
              mentioned.addAll(condition.values());
            }
          }
        }
      }
    }
    for (Map<String, String> example : examples) {
      example.forEach(
          (fact, value) -> {
            if (values.containsKey(fact)) {
              values.get(fact).add(value);
            }
          });
    }
    witnesses.forEach(
        (fact, further) -> values.computeIfPresent(fact, (name, known) -> joined(known, further)));
    if (values.containsKey("score") && values.containsKey("grade")) {
      values.get("score").addAll(List.of("25", "50", "75"));
    }
    var axes = new ArrayList<Axis>();
    values.forEach((fact, mentioned) -> axes.add(FactAxes.of(fact, mentioned, rated)));
    return new Space(axes);
  }

  private static Set<String> joined(Set<String> known, Set<String> further) {
    known.addAll(further);
    return known;
  }

  private static boolean compares(Operator operator) {
    return switch (operator) {
      case EQUAL, DIFFERENT, LESS, AT_MOST, MORE, AT_LEAST, IN, NOT_IN -> true;
      default -> false;
    };
  }

  List<Axis> axes() {
    return axes;
  }

  @Nullable Integer number(String fact) {
    return numbers.get(fact);
  }

  /** Regions in which no lead can lie, because facts depend on each other. */
  List<Box> impossible() {
    return impossible;
  }

  Slots on(Box box, int axis) {
    Slots chosen = box.on(axis);
    return chosen == null ? axes.get(axis).all() : chosen;
  }

  Reading read(Rule rule) {
    return new Reading(rule, rule.conditions().stream().map(this::read).toList());
  }

  private Reading.Part read(List<Condition> alternative) {
    var may = new @Nullable Slots[axes.size()];
    var sure = new @Nullable Slots[axes.size()];
    var vague = new LinkedHashSet<String>();
    boolean opaque = false;
    for (Condition condition : alternative) {
      Integer axis = condition.isOpaque() ? null : numbers.get(condition.fact());
      if (axis == null) {
        vague.add(condition.text());
        opaque = true;
        continue;
      }
      Axis.Reach reach = axes.get(axis).reach(condition);
      if (!reach.may().equals(reach.sure())) {
        vague.add(condition.fact() + condition.operator() + condition.values());
      }
      may[axis] = may[axis] == null ? reach.may() : may[axis].and(reach.may());
      sure[axis] = sure[axis] == null ? reach.sure() : sure[axis].and(reach.sure());
      if (may[axis].isEmpty()) {
        String fact = condition.fact();
        List<Condition> never =
            alternative.stream().filter(each -> each.fact().equals(fact)).toList();
        return new Reading.Part(Box.of(may), null, vague, never);
      }
    }
    Box wide = Box.of(may);
    Box box = vague.isEmpty() ? wide : Box.of(sure);
    return new Reading.Part(wide, opaque || box.isEmpty() ? null : box, vague, List.of());
  }

  /** A lead that lies in the box and in none of the others; null when none was found. */
  @Nullable Map<String, String> example(Box box, List<Box> outside) {
    Box left = new Cover(this, outside).rest(box);
    if (left == null) {
      return null;
    }
    var lead = new LinkedHashMap<String, String>();
    for (int axis = 0; axis < axes.size(); axis++) {
      Axis each = axes.get(axis);
      Slots chosen = on(left, axis);
      String value = each.example(plainest(each, chosen));
      if (value != null) {
        lead.put(each.fact, value);
      }
    }
    return LinkedFacts.told(lead);
  }

  /** Not known where that will do, because what is not known fulfils no pattern either. */
  private static int plainest(Axis axis, Slots chosen) {
    return chosen.has(Axis.UNKNOWN) ? Axis.UNKNOWN : chosen.next(0);
  }

  /** Where a lead lies; facts no rule mentions do not matter. */
  int[] point(Map<String, String> lead) {
    return IntStream.range(0, axes.size())
        .map(axis -> slot(axes.get(axis), lead.get(axes.get(axis).fact)))
        .toArray();
  }

  private static int slot(Axis axis, @Nullable String value) {
    if (value == null) {
      return Axis.UNKNOWN;
    } else if (axis instanceof Texts texts) {
      return texts.slot(value);
    }
    BigDecimal number = ((Numbers) axis).number(value);
    return number == null ? Axis.UNKNOWN : ((Numbers) axis).at(number);
  }

  /** A box in words: {@code country AT and employees below 250}. */
  String words(Box box) {
    List<String> parts =
        box.slots().entrySet().stream()
            .filter(each -> !each.getValue().holds(axes.get(each.getKey()).all()))
            .map(each -> axes.get(each.getKey()).words(each.getValue()))
            .toList();
    return parts.isEmpty() ? "whatever is known of them" : String.join("; ", parts);
  }
}
