package org.leadflow.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as it was published once; it never changes afterwards.
 *
 * @param ruleSet path of its folder, for example {@code routing/units/emea}
 * @param version short hash over names and contents of its rule files
 * @param publishedOn when it was first put to work
 * @param publishedBy id of the user who did, or {@code leadflow} for the watched folder
 * @param origin how it first came in; always {@link Origin#FOLDER} or {@link Origin#UPLOAD}
 * @param author who wrote it, null when nobody said
 * @param rules how many rules it has
 */
public record RuleSetVersion(
    String ruleSet,
    String version,
    Instant publishedOn,
    String publishedBy,
    Origin origin,
    @Nullable String author,
    int rules) {

  /** The ways in which a version is put to work. */
  public enum Origin {
    /** Read from the rules folder. */
    FOLDER,
    /** Sent in by an operator. */
    UPLOAD,
    /** An earlier version, put to work again. */
    ROLLBACK,
    /** Taken out of work; no version is at work afterwards. */
    RETIRED,
    /** An earlier version, put to work again because the rules of the last one did not end. */
    QUARANTINE
  }
}
