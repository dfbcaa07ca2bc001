package org.leadflow.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.organization.Owner;

/**
 * What somebody typed into a form, read field by field; an empty field is null. What cannot be read
 * is noted, and {@link #requireReadable} refuses all of it at once.
 */
final class FormFields {

  private final Map<String, String> typed;
  private final List<FieldFault> faults = new ArrayList<>();

  FormFields(Map<String, String> typed) {
    this.typed = typed;
  }

  @Nullable String text(String field) {
    String value = typed.getOrDefault(field, "").strip();
    return value.isEmpty() ? null : value;
  }

  boolean ticked(String field) {
    return text(field) != null;
  }

  @Nullable Integer number(String field) {
    return read(field, "must be a number", Integer::valueOf);
  }

  @Nullable BigDecimal amount(String field) {
    return read(field, "must be an amount such as 48000 or 48000.50", BigDecimal::new);
  }

  @Nullable LocalDate day(String field) {
    return read(field, "must be a day such as 2026-11-30", LocalDate::parse);
  }

  @Nullable Instant time(String field, ZoneId zone) {
    return read(
        field,
        "must be a day with a time",
        text -> LocalDateTime.parse(text).atZone(zone).toInstant());
  }

  @Nullable UUID id(String field) {
    return read(field, "must be one of those shown", UUID::fromString);
  }

  /** Somebody to give a lead to, as the list of them names him. */
  @Nullable Owner owner(String field) {
    return read(
        field,
        "must be one of the list",
        text -> {
          String[] kindAndId = text.split(":", 2);
          return kindAndId[0].equals("team") ? Owner.team(kindAndId[1]) : Owner.user(kindAndId[1]);
        });
  }

  /** The value that must be there. */
  <T> T given(String field, @Nullable T value) {
    boolean known = faults.stream().anyMatch(fault -> fault.field().equals(field));
    if (value == null && !known) {
      faults.add(new FieldFault(field, "must be chosen"));
    }
    return value;
  }

  /**
   * @throws Refused naming every field that is missing or cannot be read
   */
  void requireReadable() {
    Refused.ifAny(faults);
  }

  private <T> @Nullable T read(String field, String wrong, Reading<T> reading) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      return reading.read(text);
    } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException no) {
      faults.add(new FieldFault(field, wrong));
      return null;
    }
  }

  private interface Reading<T> {
    T read(String text);
  }
}
