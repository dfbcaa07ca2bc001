package org.leadflow.qualification;

import java.util.List;
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
   */
  record No(HttpStatus status, String code, String sentence, List<FieldFault> faults)
      implements Verdict {

    /** The same "no" for a door. */
    public Refused refused() {
      return new Refused(status, code, sentence, faults);
    }
  }
}
