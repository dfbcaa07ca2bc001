package org.leadflow.rules;

/**
 * How a condition compares a fact with its values. A fact that is missing fulfils only {@link
 * #DIFFERENT}, {@link #NOT_IN}, {@link #NOT_MATCHES}, {@link #NOT_CONTAINS} and {@link #MISSING}.
 */
public enum Operator {
  EQUAL("is"),
  DIFFERENT("is not"),
  LESS("is below"),
  AT_MOST("is at most"),
  MORE("is above"),
  AT_LEAST("is at least"),
  IN("is one of"),
  NOT_IN("is none of"),
  /** The whole text fits the regular expression. */
  MATCHES("matches"),
  NOT_MATCHES("does not match"),
  CONTAINS("contains"),
  NOT_CONTAINS("does not contain"),
  STARTS_WITH("starts with"),
  ENDS_WITH("ends with"),
  /** Nothing is known; has no values. */
  MISSING("is not known"),
  /** Something is known; has no values. */
  KNOWN("is known"),
  /** What the condition says cannot be expressed here; only its text tells. */
  OPAQUE("");

  private final String words;

  Operator(String words) {
    this.words = words;
  }

  /** As it is read between fact and value. */
  public String words() {
    return words;
  }
}
