package org.leadflow.qualification;

import java.util.List;
import java.util.Map;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.springframework.http.HttpStatus;

/** Whether an answer can be carried out. */
public sealed interface Verdict {

  /** It can. */
  record Fine() implements Verdict {}

  /**
   * It cannot.
   *
   * @param status what a door answers
   * @param code stable, such as {@code lead-closed}
   * @param sentence what is wrong, for a person
   * @param faults every field at fault; may be empty
   * @param details what else a client needs to decide, by name; may be empty
   */
  record No(
      HttpStatus status,
      String code,
      String sentence,
      List<FieldFault> faults,
      Map<String, Object> details)
      implements Verdict {

    static No conflict(String code, String sentence) {
      return new No(HttpStatus.CONFLICT, code, sentence, List.of(), Map.of());
    }

    static No invalid(String code, String sentence, List<FieldFault> faults) {
      return new No(HttpStatus.UNPROCESSABLE_ENTITY, code, sentence, faults, Map.of());
    }

    /** The same "no" for a door. */
    public Refused refused() {
      return new Refused(status, code, sentence, faults, details);
    }
  }
}
