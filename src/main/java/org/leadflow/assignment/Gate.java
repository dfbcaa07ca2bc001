package org.leadflow.assignment;

import java.util.Arrays;

/**
 * Why a member, or a whole pool, gives no turn. The codes are kept with decisions and never change.
 */
public enum Gate {
  /** No gate stopped the member. */
  PASSED("passed", "Nothing stood against a turn.", "Nothing."),
  /** Away, and the named substitute takes the turn. */
  SUBSTITUTED("substituted", "Away; the substitute takes the turn.", "The absence ends."),
  INACTIVE("inactive", "The user is switched off.", "An administrator activates the user."),
  NO_ROLE(
      "no-role",
      "No role of the user allows to read leads.",
      "An administrator gives the user a role that may read leads."),
  PAUSED(
      "paused",
      "The member is paused in this pool.",
      "A manager of the pool lets the member take turns again."),
  EXCLUDED(
      "excluded",
      "The member is left out for this lead.",
      "The lead is assigned without leaving the member out."),
  DECLINED("declined", "The member declined this lead.", "Somebody gives the lead by hand."),
  LAPSED(
      "lapsed", "The member let an offer of this lead lapse.", "Somebody gives the lead by hand."),
  NO_WEIGHT(
      "no-weight",
      "The member has the weight 0.",
      "A manager of the pool gives the member a weight."),
  SKILL_MISSING(
      "skill-missing",
      "The member lacks a skill the lead needs.",
      "The member gets the skill, or the pool no longer requires it."),
  ABSENT("absent", "The member is away.", "The absence ends or is canceled."),
  OUT_OF_HOURS(
      "out-of-hours",
      "It is not the member's working time.",
      "The member's next working hours begin, or the pool looks further ahead."),
  NO_CAPACITY(
      "no-capacity",
      "The member has as many open leads as he may have.",
      "One of the open leads is closed or handed on, or the capacity is raised."),
  CAP_REACHED(
      "cap-reached",
      "The member had as many leads as he may have in this period.",
      "The period ends, or the cap is raised."),

  NO_POOL("no-pool", "There is no such team.", "The rule names a team that exists."),
  POOL_EMPTY("pool-empty", "The team has no members.", "Somebody joins the team."),
  POOL_PAUSED("pool-paused", "The pool is paused.", "A manager of the pool resumes it."),
  NONE_AVAILABLE(
      "none-available",
      "No member can take the lead now.",
      "What stopped one of the members ends; each is named.");

  private final String code;
  private final String sentence;
  private final String remedy;

  Gate(String code, String sentence, String remedy) {
    this.code = code;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /**
   * @throws IllegalArgumentException for a code of none
   */
  static Gate of(String code) {
    return Arrays.stream(values())
        .filter(gate -> gate.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no gate has the code " + code));
  }

  /** The stable name, in kebab-case. */
  public String code() {
    return code;
  }

  /** What it means, without the numbers of a case. */
  public String sentence() {
    return sentence;
  }

  /** What would have to change. */
  public String remedy() {
    return remedy;
  }
}
