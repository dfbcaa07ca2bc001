package org.leadflow.qualification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.lead.LeadFields;
import org.leadflow.organization.Currencies;
import org.leadflow.qualification.Conversion.Step;
import org.leadflow.qualification.Planned.Filled;
import org.springframework.stereotype.Component;

/**
 * Turns the fields of a lead into those of another record, by {@link FieldMappings}. Of a record
 * that exists only empty fields are filled; a no to being contacted is a no afterwards, whichever
 * side said it.
 */
@Component
class Mapping {

  private final FieldMappings mappings;
  private final Currencies currencies;

  Mapping(FieldMappings mappings, Currencies currencies) {
    this.mappings = mappings;
    this.currencies = currencies;
  }

  /**
   * The values of the lead under the names of the record's fields; without those that are empty.
   *
   * @param currency the currency the record's amounts are in, null keeps them as they are
   * @param faults gets what does not fit, by the lead's field
   */
  Map<String, @Nullable Object> values(
      RecordType type, LeadFields from, @Nullable String currency, List<FieldFault> faults) {
    Map<String, @Nullable Object> given = Records.values(from);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (FieldMapping row : mappings.of(type)) {
      Object value = given.get(row.leadField());
      if (value instanceof BigDecimal amount) {
        value = inCurrency(amount, from.transactionCurrencyId(), currency).orElse(null);
        if (value == null) {
          faults.add(
              new FieldFault(
                  row.leadField(),
                  "cannot be converted: no rate from "
                      + from.transactionCurrencyId()
                      + " to "
                      + currency
                      + " is stored"));
        }
      }
      if (value instanceof String text) {
        FieldMappings.longest(type, row.field())
            .filter(longest -> text.length() > longest)
            .ifPresent(
                longest ->
                    faults.add(
                        new FieldFault(
                            row.leadField(),
                            "is too long for "
                                + type.word()
                                + "."
                                + row.field()
                                + ", which takes "
                                + longest
                                + " characters")));
      }
      if (!isEmpty(value)) {
        values.put(row.field(), value);
      }
    }
    return values;
  }

  private Optional<BigDecimal> inCurrency(
      BigDecimal amount, @Nullable String from, @Nullable String to) {
    return from == null || to == null || from.equals(to)
        ? Optional.of(amount)
        : currencies.convert(amount, from, to);
  }

  /** What the lead's person does not want, for a contact made from it. */
  static Map<String, @Nullable Object> optOuts(LeadFields from) {
    Map<String, @Nullable Object> values = Records.values(from);
    values.keySet().retainAll(LeadFields.OPT_OUTS);
    return values;
  }

  /**
   * The existing record with its empty fields filled.
   *
   * @param mayWrite whether the caller may change the record; else only opt-outs are carried over
   */
  <R extends Record> Planned<R> filled(
      RecordType type, UUID id, R before, Map<String, @Nullable Object> values, boolean mayWrite) {
    Map<String, @Nullable Object> now = Records.values(before);
    List<Filled> filled = new ArrayList<>();
    boolean kept = false;
    for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
      Object old = now.get(value.getKey());
      boolean no =
          LeadFields.OPT_OUTS.contains(value.getKey()) && Boolean.TRUE.equals(value.getValue());
      boolean fills = isEmpty(old) && !Boolean.FALSE.equals(value.getValue()) && !no;
      if (no ? !Boolean.TRUE.equals(old) : fills && mayWrite) {
        filled.add(
            new Filled(
                type, id, (Long) now.get("version") + 1, value.getKey(), old, value.getValue()));
        now.put(value.getKey(), value.getValue());
      }
      kept |= fills && !mayWrite;
    }
    List<String> reasons =
        kept
            ? List.of("Its empty fields stay empty: you may not change this " + type.word() + ".")
            : List.of();
    R after = filled.isEmpty() ? before : Records.of(classOf(before), now);
    return new Planned<>(type, Step.LINK, id, before, after, filled, reasons);
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> Class<R> classOf(R record) {
    return (Class<R>) record.getClass();
  }

  /** A form sends an empty text for a field nobody typed into. */
  static boolean isEmpty(@Nullable Object value) {
    return value == null || value instanceof String text && text.isBlank();
  }
}
