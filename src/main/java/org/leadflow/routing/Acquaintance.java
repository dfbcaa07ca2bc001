package org.leadflow.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who knows the customer of a lead already, and whether he takes it.
 *
 * @param through the record he was found by
 * @param code {@code passed}, or the gate that stopped him, from the catalogue of {@code
 *     assignment}
 * @param sentence what speaks against him with its numbers, or that nothing does
 * @param until when it ends by itself, null when that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Acquaintance(
    String userId,
    Through through,
    UUID recordId,
    String code,
    String sentence,
    @Nullable Instant until) {

  /** The kinds of record that lead to him. */
  enum Through {
    /** He owns the account the lead names. */
    ACCOUNT("the account"),
    /** He owns the contact the lead names. */
    CONTACT("the contact"),
    /** He works another open lead of the same person. */
    LEAD("another open lead of the same person");

    private final String words;

    Through(String words) {
      this.words = words;
    }
  }

  boolean takes() {
    return code.equals("passed");
  }

  /** How he was found and what came of it, as a part of the decision's sentence. */
  String inWords() {
    return takes()
        ? userId + " owns " + through.words + "."
        : userId + " owns " + through.words + " but does not take it: " + sentence;
  }
}
