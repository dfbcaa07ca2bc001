package org.leadflow.process.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all leads together did in a process.
 *
 * @param process the id of its diagram
 * @param version null for all versions together
 * @param versions all there are, the newest first
 * @param from the first day that is counted
 * @param to the last
 * @param countedUntil what ended later is not counted yet; null when nothing was counted so far
 * @param begun how many began, counted when they took their first step
 * @param running how many are under way now
 * @param elements in the order of the diagram; what is in no current diagram comes last
 */
public record ProcessFigures(
    String process,
    @Nullable String name,
    @Nullable Integer version,
    List<Integer> versions,
    LocalDate from,
    LocalDate to,
    @Nullable Instant countedUntil,
    long begun,
    long running,
    List<Element> elements) {

  /** The name; the id where it has none. */
  public String called() {
    return name == null ? process : name;
  }

  /**
   * What happened at one element.
   *
   * @param kind as BPMN calls it, such as {@code userTask}; null when no current diagram has it
   * @param passes how often it was left in that time, whatever ended it
   * @param perRun passes for each that began; more than 1 where they come again. Null when none
   *     began
   * @param median half took no longer, to within 13 %; null without passes
   * @param nineOfTen nine of ten took no longer, to within 13 %; null without passes
   * @param now how many are there at this moment
   * @param failed how many of them failed until an operator has to look
   */
  public record Element(
      String element,
      @Nullable String name,
      @Nullable String kind,
      long passes,
      @Nullable Double perRun,
      @Nullable Duration median,
      @Nullable Duration nineOfTen,
      long now,
      long failed) {

    /** The label; the id where it has none. */
    public String called() {
      return name == null || name.isBlank() ? element : name;
    }
  }
}
