package org.leadflow.process.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, and what an answer to it must be like: as Tasklist checks it in the browser.
 *
 * @param maybeHidden whether a condition may hide it; then nobody has to fill it
 */
record AskedField(JsonNode json, boolean maybeHidden) {

  String key() {
    return json.path("key").asText();
  }

  /** What people read beside it. */
  String label() {
    String label = json.path("label").asText(json.path("dateLabel").asText());
    return label.isBlank() ? key() : label.strip();
  }

  /** What is wrong about an answer; empty when it is right. */
  Optional<String> wrong(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean box = type().equals("checkbox");
    if (text.isBlank() || box && text.equals("false")) {
      return Optional.ofNullable(isRequired() ? box ? "must be ticked" : "must be filled" : null);
    }
    boolean oneValue =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Date;
    return Optional.ofNullable(
        !oneValue
            ? "must be one value"
            : switch (type()) {
              case "radio", "select" -> chosen(text);
              case "checkbox" -> text.equals("true") ? null : "must be true or false";
              case "number" -> number(text);
              case "textfield", "textarea" -> written(text);
              case "datetime" -> value instanceof Date ? null : day(text);
              default -> null;
            });
  }

  private String type() {
    return json.path("type").asText();
  }

  private boolean isRequired() {
    return !maybeHidden && json.at("/validate/required").asBoolean();
  }

  private @Nullable String chosen(String text) {
    List<String> offered = json.path("values").findValuesAsText("value");
    return offered.isEmpty() || offered.contains(text)
        ? null
        : "must be one of " + String.join(", ", offered);
  }

  private @Nullable String number(String text) {
    try {
      var number = new BigDecimal(text.strip());
      BigDecimal least = limit("min");
      BigDecimal most = limit("max");
      if (least != null && number.compareTo(least) < 0) {
        return "must not be less than " + least.toPlainString();
      }
      return most != null && number.compareTo(most) > 0
          ? "must not be more than " + most.toPlainString()
          : null;
    } catch (NumberFormatException none) {
      return "must be a number";
    }
  }

  private @Nullable String written(String text) {
    BigDecimal shortest = limit("minLength");
    BigDecimal longest = limit("maxLength");
    BigDecimal length = BigDecimal.valueOf(text.length());
    if (shortest != null && length.compareTo(shortest) < 0) {
      return "must have at least " + shortest.toPlainString() + " characters";
    }
    if (longest != null && length.compareTo(longest) > 0) {
      return "must not be longer than " + longest.toPlainString() + " characters";
    }
    String pattern = json.at("/validate/pattern").asText();
    return pattern.isEmpty() || matches(pattern, text) ? null : "must look like " + pattern;
  }

  /** A pattern is written for browsers; one that only they can read is left to them. */
  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException | StackOverflowError ofBrowsers) {
      return true;
    }
  }

  private @Nullable String day(String text) {
    if (!json.path("subtype").asText().equals("date")) {
      return null;
    }
    try {
      LocalDate.parse(text);
      return null;
    } catch (DateTimeParseException none) {
      return "must be a date such as 2026-12-24";
    }
  }

  /** A limit that is a number; Modeler also lets one write an expression. */
  private @Nullable BigDecimal limit(String name) {
    JsonNode limit = json.path("validate").path(name);
    try {
      return limit.isMissingNode() ? null : new BigDecimal(limit.asText());
    } catch (NumberFormatException expression) {
      return null;
    }
  }
}
