package org.leadflow.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gate that stopped a member.
 *
 * @param code of {@link Gate}
 * @param sentence with the numbers seen
 * @param until when it ends by itself, null when that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stop(String code, String sentence, @Nullable Instant until) {

  static Stop at(Gate gate) {
    return at(gate, gate.sentence(), null);
  }

  static Stop at(Gate gate, String sentence, @Nullable Instant until) {
    return new Stop(gate.code(), sentence, until);
  }

  /** What would have to change; not kept with the record, since the code tells it. */
  String remedy() {
    return Gate.of(code).remedy();
  }

  boolean is(Gate gate) {
    return gate.code().equals(code);
  }
}
