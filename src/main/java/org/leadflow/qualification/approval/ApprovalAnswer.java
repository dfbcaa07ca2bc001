package org.leadflow.qualification.approval;

import java.util.UUID;

/** What a manager says to a lead that is to be qualified. */
public sealed interface ApprovalAnswer {

  /** It is qualified. */
  record Approved() implements ApprovalAnswer {}

  /**
   * Its owner works it again.
   *
   * @param reason why
   */
  record SentBack(String reason) implements ApprovalAnswer {}

  /** Somebody gave this answer at a door other than Tasklist; the process carries it out. */
  record Given(UUID leadId, ApprovalAnswer answer) {}
}
