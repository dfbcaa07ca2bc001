package org.leadflow.process.opportunity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.leadflow.customer.ClosingReason;
import org.leadflow.customer.OpportunityAnswer;
import org.leadflow.process.FormFields;

/** The answers of {@code close-opportunity.form}. */
final class ClosingForm {

  static final Set<String> FIELDS = Set.of("closing", "actualAmount", "lostReason", "comment");

  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

  private final FormFields fields;

  ClosingForm(VariableScope scope) {
    this.fields = FormFields.in(scope);
  }

  boolean isWon() {
    String closing = fields.required("closing");
    if (!closing.equals("won") && !closing.equals("lost")) {
      throw FormFields.refused("closing", "must be won or lost");
    }
    return closing.equals("won");
  }

  BigDecimal actualAmount() {
    BigDecimal amount = fields.number("actualAmount");
    if (amount == null || amount.signum() < 0 || amount.compareTo(LARGEST) > 0) {
      throw FormFields.refused("actualAmount", "must be an amount from 0 to " + LARGEST);
    }
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  ClosingReason lostReason() {
    Integer code = fields.integer("lostReason");
    return ClosingReason.of(code == null ? -1 : code)
        .filter(reason -> reason != ClosingReason.WON)
        .orElseThrow(
            () -> FormFields.refused("lostReason", "must be one of 4 Canceled, 5 Out-Sold"));
  }

  /** A closing answer as Tasklist would send it. */
  static Map<String, Object> write(OpportunityAnswer answer) {
    Map<String, Object> values = new HashMap<>();
    String comment = null;
    if (answer instanceof OpportunityAnswer.Won won) {
      values.put("closing", "won");
      values.put("actualAmount", won.actualAmount().toPlainString());
      comment = won.comment();
    } else if (answer instanceof OpportunityAnswer.Lost lost) {
      values.put("closing", "lost");
      values.put("lostReason", String.valueOf(lost.reason().code()));
      comment = lost.comment();
    }
    if (comment != null) {
      values.put("comment", comment);
    }
    return values;
  }

  @Nullable String comment() {
    return fields.limited("comment", 2000);
  }
}
