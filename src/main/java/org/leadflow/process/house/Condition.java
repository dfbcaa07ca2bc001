package org.leadflow.process.house;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * What a line asks: for a flag, or whether a variable has a value.
 *
 * @param value what the variable must be; empty when the flag alone is asked for
 * @param quoted whether the value is a text
 */
record Condition(String variable, String value, boolean quoted) {

  private static final Pattern WRITTEN =
      Pattern.compile("\\$\\{(\\w+)(?: == (?:(true)|'(\\w+)'))?}");

  /** Empty when the line has no condition, or one that is not written as the house writes them. */
  static Optional<Condition> of(SequenceFlow flow) {
    return of(textOf(flow));
  }

  static Optional<Condition> of(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    boolean quoted = written.group(3) != null;
    String flag = written.group(2) == null ? "" : written.group(2);
    return Optional.of(new Condition(written.group(1), quoted ? written.group(3) : flag, quoted));
  }

  /** The condition of a line as it stands there; empty when it has none. */
  static String textOf(SequenceFlow flow) {
    var condition = flow.getConditionExpression();
    return condition == null ? "" : condition.getTextContent().strip();
  }

  boolean isBare() {
    return value.isEmpty();
  }

  boolean isMetBy(String held) {
    return held.equals(isBare() ? "true" : value);
  }

  @Override
  public String toString() {
    return isBare()
        ? "${" + variable + "}"
        : "${" + variable + " == " + (quoted ? "'" + value + "'" : value) + "}";
  }
}
