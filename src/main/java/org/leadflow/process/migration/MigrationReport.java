package org.leadflow.process.migration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of moving, or would come of it.
 *
 * @param migrationId by which it can be taken back; null when nothing was written
 * @param moved how many went over
 * @param stayed how many could not, of those that were tried
 * @param left how many were not tried, because they were more than asked for
 * @param elements where they wait and where they go on
 * @param timers that they get and had not before
 * @param reasons why some stayed, with the first ten of each
 */
public record MigrationReport(
    @Nullable UUID migrationId,
    String process,
    int from,
    int to,
    int moved,
    int stayed,
    int left,
    List<Element> elements,
    List<Timer> timers,
    List<Reason> reasons) {

  /**
   * An element at which some wait.
   *
   * @param goesTo the element in the other version; null when there is none
   */
  public record Element(
      String element, @Nullable String name, int waiting, @Nullable String goesTo) {}

  /**
   * A timer that is new to them.
   *
   * @param variable that says when it comes
   * @param set whether moving them sets it; else each must have it, or stays
   */
  public record Timer(String element, @Nullable String name, String variable, boolean set) {}

  /**
   * Why some cannot be moved.
   *
   * @param businessKeys of the first ten: leads, or in opportunity-pursuit opportunities
   */
  public record Reason(String sentence, int count, List<String> businessKeys) {}
}
