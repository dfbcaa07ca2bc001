package org.leadflow.process.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of a lead through its processes.
 *
 * @param standsAt what is under way, from the whole way down to what somebody has to do; empty when
 *     the lead is closed
 * @param processes each process and version it went through, in the order it came to them; empty
 *     before the first began, and when the engine's history of a closed lead was cleaned up
 */
public record LeadWay(UUID leadId, List<Step> standsAt, List<Stretch> processes) {

  static LeadWay of(UUID leadId, List<Stretch> processes) {
    return new LeadWay(
        leadId,
        processes.stream()
            .flatMap(stretch -> stretch.steps().stream())
            .filter(Step::isNow)
            .toList(),
        processes);
  }

  /**
   * What it did in one version of one process.
   *
   * @param runs how often it came there
   * @param version the one of the diagram that the lead runs, or ran, on
   */
  public record Stretch(
      String process,
      @Nullable String name,
      int version,
      int runs,
      Instant begunOn,
      @Nullable Instant endedOn,
      List<Step> steps,
      List<Taken> taken) {

    /** The name; the id where it has none. */
    public String called() {
      return name == null ? process : name;
    }

    /** The process and version, as a part of an id. */
    public String id() {
      return process + "-v" + version;
    }
  }

  /**
   * One time at an element.
   *
   * @param process the id of its diagram
   * @param run the number of the run, from 1
   * @param kind of the element as BPMN calls it, such as {@code userTask}
   * @param endedOn null while it is there
   * @param took until now while it is there; by the calendar, not in working time
   * @param who the person or team that has or had the task; null at a step of the product
   * @param cutOff whether something else ended it, such as a deadline
   * @param failed whether it failed until an operator has to look
   */
  public record Step(
      String process,
      int run,
      String element,
      @Nullable String name,
      String kind,
      Instant begunOn,
      @Nullable Instant endedOn,
      Duration took,
      @Nullable String who,
      boolean cutOff,
      boolean failed) {

    public boolean isNow() {
      return endedOn == null;
    }

    /** Whether another process is under way for it, which tells more. */
    public boolean calls() {
      return kind.equals("callActivity");
    }

    /** The label; the id where it has none. */
    public String called() {
      return name == null || name.isBlank() ? element : name;
    }
  }

  /**
   * A line that it went along.
   *
   * @param flow the id of the line
   */
  public record Taken(String flow, int times) {}
}
