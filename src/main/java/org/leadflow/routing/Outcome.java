package org.leadflow.routing;

import java.time.Instant;
import org.leadflow.organization.Owner;

/** What came of the question who takes a lead; the decision record has the whole of it. */
public sealed interface Outcome {

  /** Stable, in kebab-case. */
  String code();

  /** The reason as a person reads it. */
  String sentence();

  /** The lead has this owner. */
  record Assigned(Owner owner, String code, String sentence) implements Outcome {}

  /** A partner is asked whether he wants the lead, and has it meanwhile. */
  record Offered(Owner owner, String code, String sentence) implements Outcome {}

  /**
   * Nobody of the team can take the lead now, and the team wants to wait. It owns the lead
   * meanwhile.
   *
   * @param until when to decide again
   */
  record Waits(Owner team, Instant until, String code, String sentence) implements Outcome {}

  /** Nobody was found; a person has to decide. The owner stays who he was. */
  record Nobody(String code, String sentence) implements Outcome {}

  /** The rules name the same target as before, so nothing happens. */
  record Same(String code, String sentence) implements Outcome {}

  /** The lead cannot be routed again. */
  record Refused(String code, String sentence) implements Outcome {}
}
