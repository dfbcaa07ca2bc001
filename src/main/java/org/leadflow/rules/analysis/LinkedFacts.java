package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.leadflow.core.MailAddresses;

/** Facts that are made of one another, so that not every combination of their values exists. */
final class LinkedFacts {

  private static final Map<String, int[]> GRADES =
      Map.of(
          "A",
          new int[] {75, 100},
          "B",
          new int[] {50, 74},
          "C",
          new int[] {25, 49},
          "D",
          new int[] {0, 24});

  private LinkedFacts() {}

  /** The same lead, where address and domain that stand for any others fit each other. */
  static Map<String, String> told(Map<String, String> lead) {
    String domain = lead.get("emailDomain");
    String address = lead.get("emailAddress");
    if (domain == null || address == null) {
      return lead;
    }
    var told = new LinkedHashMap<>(lead);
    if (address.startsWith(Texts.OTHER)) {
      told.put("emailAddress", address + "@" + domain);
    } else {
      MailAddresses.domain(address).ifPresent(own -> told.put("emailDomain", own));
    }
    return told;
  }

  static List<Box> impossible(Space space) {
    var boxes = new ArrayList<Box>();
    scoreAndGrade(space, boxes);
    known(space, "emailDomain", false, "emailAddress", boxes);
    known(space, "freeMail", false, "emailDomain", boxes);
    known(space, "freeMail", true, "emailDomain", boxes);
    freeMail(space, boxes);
    domains(space, boxes);
    return boxes;
  }

  /**
   * No lead knows the one without the other; or, the other way round, the other without the one.
   */
  private static void known(
      Space space, String made, boolean otherWay, String from, List<Box> boxes) {
    Integer one = space.number(made);
    Integer other = space.number(from);
    if (one == null || other == null) {
      return;
    }
    Slots unknown = Slots.of(IntStream.of(Axis.UNKNOWN));
    int missing = otherWay ? one : other;
    int there = otherWay ? other : one;
    boxes.add(
        Box.EVERYTHING
            .with(missing, unknown)
            .with(there, space.axes().get(there).all().without(unknown)));
  }

  /** A domain is one of the free ones or it is not. */
  private static void freeMail(Space space, List<Box> boxes) {
    Integer free = space.number("freeMail");
    Integer domain = space.number("emailDomain");
    if (free == null || domain == null) {
      return;
    }
    Texts yesOrNo = (Texts) space.axes().get(free);
    Texts domains = (Texts) space.axes().get(domain);
    for (boolean is : List.of(true, false)) {
      Slots named = domains.named(each -> MailAddresses.isFreeMail(each) == is);
      if (!named.isEmpty()) {
        boxes.add(
            Box.EVERYTHING
                .with(domain, named)
                .with(free, Slots.of(IntStream.of(yesOrNo.slot(String.valueOf(!is))))));
      }
    }
  }

  /** An address has its own domain and no other. */
  private static void domains(Space space, List<Box> boxes) {
    Integer address = space.number("emailAddress");
    Integer domain = space.number("emailDomain");
    if (address == null || domain == null) {
      return;
    }
    Texts addresses = (Texts) space.axes().get(address);
    Texts domains = (Texts) space.axes().get(domain);
    var own = new TreeMap<Integer, BitSet>();
    Slots named = addresses.named(each -> true);
    for (int slot = named.next(0); slot >= 0; slot = named.next(slot + 1)) {
      int there = domains.slot(MailAddresses.domain(addresses.example(slot)).orElse(null));
      own.computeIfAbsent(there, each -> new BitSet()).set(slot);
    }
    own.forEach(
        (there, slots) ->
            boxes.add(
                Box.EVERYTHING
                    .with(address, Slots.owning(slots))
                    .with(domain, domains.all().without(Slots.of(IntStream.of(there))))));
  }

  private static void scoreAndGrade(Space space, List<Box> boxes) {
    known(space, "grade", false, "score", boxes);
    known(space, "grade", true, "score", boxes);
    Integer score = space.number("score");
    Integer grade = space.number("grade");
    if (score == null
        || grade == null
        || !(space.axes().get(score) instanceof Numbers points)
        || !(space.axes().get(grade) instanceof Texts grades)) {
      return;
    }
    GRADES.forEach(
        (name, range) -> {
          int low = points.at(java.math.BigDecimal.valueOf(range[0]));
          int high = points.at(java.math.BigDecimal.valueOf(range[1]));
          Slots outside =
              Slots.of(
                  points.all().stream().filter(each -> each > 0 && (each < low || each > high)));
          if (!outside.isEmpty()) {
            boxes.add(
                Box.EVERYTHING
                    .with(grade, Slots.of(IntStream.of(grades.slot(name))))
                    .with(score, outside));
          }
        });
  }
}
