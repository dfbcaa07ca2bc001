package org.leadflow.assignment;

import java.util.Comparator;
import java.util.List;

/** The order in which a strategy chooses: what counts first, what when that is equal. */
record Ranking(List<Criterion> criteria) {

  /** What sets one before the other, by the name it has in the record. */
  record Criterion(String code, Comparator<Contender> order) {}

  private static final Criterion WAITED =
      by(
          "waited-longest",
          Comparator.comparingLong(each -> each.member().placeOrNone().lastTurn()));

  private static final Criterion ID = by("id", Comparator.comparing(each -> each.member().id()));

  /**
   * @param lastTurn the pool's last turn; who had it does not get a credited one right behind
   */
  static Ranking of(PoolSettings settings, long lastTurn) {
    Criterion credit =
        by("credit", Comparator.comparing(each -> !hasCredit(each.member(), lastTurn)));
    return new Ranking(
        switch (settings.strategy()) {
          case ROUND_ROBIN, QUEUE ->
              settings.catchUp() == PoolSettings.CatchUp.CATCH_UP
                  ? List.of(
                      by("fewest-turns", Comparator.comparingLong(Ranking::turns)), WAITED, ID)
                  : List.of(credit, WAITED, ID);
          case WEIGHTED -> List.of(by("most-behind", behind()), WAITED, ID);
          case LEAST_LOADED ->
              List.of(
                  by("least-loaded", Comparator.comparingLong(Contender::load)),
                  credit,
                  WAITED,
                  ID);
          case BEST_FIT ->
              List.of(
                  by("best-fit", Comparator.comparingInt(each -> -each.matching().size())),
                  credit,
                  WAITED,
                  ID);
          case FIXED_ORDER -> List.of(by("place", Comparator.comparingInt(Ranking::place)), ID);
        });
  }

  List<Contender> order(List<Contender> eligible) {
    Comparator<Contender> order =
        criteria.stream().map(Criterion::order).reduce(Comparator::thenComparing).orElseThrow();
    return eligible.stream().sorted(order).toList();
  }

  /** What set the first before the second. */
  String tieBreak(List<Contender> inOrder) {
    return inOrder.size() < 2
        ? "only-one"
        : criteria.stream()
            .filter(each -> each.order().compare(inOrder.get(0), inOrder.get(1)) != 0)
            .findFirst()
            .map(Criterion::code)
            .orElse("id");
  }

  static boolean hasCredit(Member member, long lastTurn) {
    return member.placeOrNone().credits() > 0 && member.placeOrNone().lastTurn() != lastTurn;
  }

  private static long turns(Contender each) {
    return each.member().placeOrNone().turns() - each.member().placeOrNone().credited();
  }

  private static Comparator<Contender> behind() {
    return Comparator.<Contender, Boolean>comparing(each -> each.owed() <= 0)
        .thenComparingDouble(each -> Shares.deadline(each.owed(), each.share()));
  }

  private static int place(Contender each) {
    Integer place = each.member().settings().place();
    return place == null ? Integer.MAX_VALUE : place;
  }

  private static Criterion by(String code, Comparator<Contender> order) {
    return new Criterion(code, order);
  }
}
