package org.leadflow.process.offer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.leadflow.offer.OfferAnswer;
import org.leadflow.process.FormFields;

/**
 * The answers of {@code answer-offer.form}, read from the process and, for the API, written to it.
 */
final class OfferForm {

  private static final String ANSWER = "offerAnswer";
  private static final String WORKED_BY = "workedBy";
  private static final String REASON = "declineReason";

  static final Set<String> FIELDS = Set.of(ANSWER, WORKED_BY, REASON);

  private OfferForm() {}

  /** The answer given. Throws a refusal that names the field when it cannot be understood. */
  static OfferAnswer read(VariableScope scope) {
    FormFields fields = FormFields.in(scope);
    return switch (fields.required(ANSWER)) {
      case "accept" -> new OfferAnswer.Accepted(isForTheTeam(fields));
      case "decline" -> new OfferAnswer.Declined(reason(fields));
      default -> throw FormFields.refused(ANSWER, "must be accept or decline");
    };
  }

  private static boolean isForTheTeam(FormFields fields) {
    String by = fields.text(WORKED_BY);
    if (by != null && !by.equals("me") && !by.equals("team")) {
      throw FormFields.refused(WORKED_BY, "must be me or team");
    }
    return "team".equals(by);
  }

  private static String reason(FormFields fields) {
    fields.required(REASON);
    return fields.limited(REASON, 1000);
  }

  /** The same answer as Tasklist would send it. */
  static Map<String, Object> write(OfferAnswer answer) {
    Map<String, Object> values = new HashMap<>();
    if (answer instanceof OfferAnswer.Accepted accepted) {
      values.put(ANSWER, "accept");
      values.put(WORKED_BY, accepted.byTeam() ? "team" : "me");
    } else if (answer instanceof OfferAnswer.Declined declined) {
      values.put(ANSWER, "decline");
      values.put(REASON, declined.reason());
    }
    return values;
  }
}
