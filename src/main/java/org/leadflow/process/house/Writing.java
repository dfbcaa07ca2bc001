package org.leadflow.process.house;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a variable may hold once something wrote it.
 *
 * @param values of a flag or a text all that it may be; of everything else empty
 * @param by who wrote it, in words; of what was never written empty, or who took it away
 */
record Writing(String variable, Holds holds, Set<String> values, String by) {

  enum Holds {
    /** There is no such variable, so asking for it fails. */
    NOTHING,
    /** It is there, but empty. */
    EMPTY,
    FLAG,
    TEXT,
    /** Numbers, times, and what nobody knows. */
    ANYTHING
  }

  private static final Set<String> YES_AND_NO = Set.of("true", "false");

  static Writing nothing(String variable) {
    return takenAway(variable, "");
  }

  static Writing takenAway(String variable, String by) {
    return new Writing(variable, Holds.NOTHING, Set.of(), by);
  }

  static Writing empty(String variable, String by) {
    return new Writing(variable, Holds.EMPTY, Set.of(), by);
  }

  static Writing flag(String variable, String by) {
    return new Writing(variable, Holds.FLAG, YES_AND_NO, by);
  }

  static Writing text(String variable, Set<String> values, String by) {
    return new Writing(variable, Holds.TEXT, values, by);
  }

  static Writing anything(String variable, String by) {
    return new Writing(variable, Holds.ANYTHING, Set.of(), by);
  }

  boolean isNothing() {
    return holds == Holds.NOTHING;
  }

  /** Whether a person gave it in a form. */
  boolean isAnswer() {
    return by.startsWith("the form ");
  }

  /** Whether every value is known, so that others can be refused. */
  boolean isClosed() {
    return holds == Holds.FLAG || holds == Holds.TEXT;
  }

  /** Whether it can be asked like this at all; a text of true and false is as good as a flag. */
  boolean fits(Condition condition) {
    return switch (holds) {
      case FLAG -> !condition.quoted();
      case TEXT -> condition.quoted() || !condition.isBare() && YES_AND_NO.containsAll(values);
      default -> true;
    };
  }

  /** The same, handed to another process. */
  Writing handedOver(String name, String from) {
    return isNothing() ? empty(name, from) : new Writing(name, holds, values, by + from);
  }

  /** What is left of it behind a line that asked; empty when it cannot go there. */
  Optional<Writing> behind(Condition condition, boolean met) {
    if (holds == Holds.EMPTY) {
      return met ? Optional.empty() : Optional.of(this);
    }
    if (!isClosed() || !fits(condition)) {
      return Optional.of(this);
    }
    var left = new LinkedHashSet<>(values);
    left.removeIf(value -> condition.isMetBy(value) != met);
    return left.isEmpty() ? Optional.empty() : Optional.of(new Writing(variable, holds, left, by));
  }
}
