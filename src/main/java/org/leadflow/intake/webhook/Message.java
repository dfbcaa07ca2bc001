package org.leadflow.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.core.StorableText;
import org.leadflow.intake.webhook.Mapping.Laid;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.Option;

/**
 * A message laid on the fields of a lead.
 *
 * @param values field to value, of all that the message says and its field can hold, and the
 *     constants
 * @param said the fields of which the message itself says what they are: a constant replaces
 *     nothing that a lead has already
 * @param externalId what the sender calls the lead
 * @param rest what no field holds: JSON pointer to text
 */
record Message(
    Map<String, Object> values, Set<String> said, String externalId, Map<String, String> rest) {

  private static final int LONGEST_KEY = 200;
  private static final Set<String> NEEDED = Set.of("subject", "lastName", "companyName");

  static Message of(JsonNode body, Mapping mapping, Validator validator) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> cuts = new LinkedHashMap<>();
    Set<String> read = new HashSet<>();
    for (Laid laid : mapping.fields()) {
      String text = text(body.at(laid.pointer()));
      if (text != null && !values.containsKey(laid.field())) {
        String said = laid.values().getOrDefault(text, text);
        fitting(laid.field(), said, validator)
            .ifPresentOrElse(
                value -> {
                  values.put(laid.field(), value);
                  read.add(laid.pointer());
                },
                // The whole of it is read in the note.
                () ->
                    beginning(laid.field(), said)
                        .ifPresent(cut -> cuts.putIfAbsent(laid.field(), cut)));
      }
    }
    cuts.forEach(values::putIfAbsent);
    Set<String> said = Set.copyOf(values.keySet());
    mapping
        .constants()
        .forEach(
            (field, constant) ->
                fitting(field, constant, validator)
                    .ifPresent(value -> values.putIfAbsent(field, value)));
    Map<String, String> rest = new Leaves().of(body);
    rest.keySet().removeAll(read);
    String named = mapping.externalId() == null ? null : text(body.at(mapping.externalId()));
    return new Message(values, said, named == null ? key(body) : fitted(named), rest);
  }

  /** Without a name of its own the same message is the same lead, and any other another one. */
  private static String key(JsonNode body) {
    return "sha256 " + DigestUtils.sha256Hex(body.toString());
  }

  private static String fitted(String named) {
    boolean fits = named.length() <= LONGEST_KEY && StorableText.Check.isStorable(named);
    return fits ? named : "sha256 " + DigestUtils.sha256Hex(named);
  }

  /** What stands there as a text, null when there is nothing, or more than one value. */
  static @Nullable String text(JsonNode there) {
    boolean empty = !there.isValueNode() || there.isNull() || there.asText().isBlank();
    return empty ? null : there.asText();
  }

  /** What every lead must have is taken as far as it fits. */
  private static Optional<Object> beginning(String field, String said) {
    if (!NEEDED.contains(field) || !StorableText.Check.isStorable(said)) {
      return Optional.empty();
    }
    int longest = Records.longest(LeadFields.class, field).orElseThrow();
    String text = said.strip();
    if (text.length() <= longest) {
      return Optional.empty();
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return Optional.of(text.substring(0, end).strip());
  }

  /** The value of a field, empty when the field cannot hold what is said. */
  static Optional<Object> fitting(String field, String said, Validator validator) {
    RecordComponent component = Records.component(LeadFields.class, field).orElseThrow();
    return read(component, said.strip())
        .filter(value -> validator.validateValue(LeadFields.class, field, value).isEmpty())
        .filter(value -> !(value instanceof String text) || StorableText.Check.isStorable(text));
  }

  private static Optional<Object> read(RecordComponent component, String said) {
    Class<?> type = component.getType();
    Option option = component.getAccessor().getAnnotation(Option.class);
    try {
      if (option != null) {
        return option.value().labels().entrySet().stream()
            .filter(
                each ->
                    each.getValue().equalsIgnoreCase(said) || each.getKey().toString().equals(said))
            .findFirst()
            .map(Map.Entry::getKey);
      }
      if (type == String.class) {
        return Optional.of(said);
      }
      if (type == Integer.class) {
        return Optional.of(new BigDecimal(said).intValueExact());
      }
      if (type == BigDecimal.class) {
        return said.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(said));
      }
      if (type == Boolean.class) {
        return switch (said.toLowerCase(Locale.ROOT)) {
          case "true", "yes", "1" -> Optional.of(true);
          case "false", "no", "0" -> Optional.of(false);
          default -> Optional.empty();
        };
      }
      if (type == UUID.class) {
        return Optional.of(UUID.fromString(said));
      }
      return type == LocalDate.class ? Optional.of(day(said)) : Optional.of(time(said));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static LocalDate day(String said) {
    LocalDate day = LocalDate.parse(said);
    if (day.getYear() <= 1582 || day.getYear() > 9999) {
      throw new DateTimeException("no database keeps it");
    }
    return day;
  }

  private static Instant time(String said) {
    OffsetDateTime time = OffsetDateTime.parse(said);
    day(time.toLocalDate().toString());
    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The lead it is, under this name of its source. */
  LeadFields fields(String sourceSystem) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.put("sourceSystem", sourceSystem);
    all.put("sourceKey", externalId);
    return Records.of(LeadFields.class, all);
  }

  /** What no field holds, for a person; what no database keeps is shown as another character. */
  String restInWords() {
    var text = new StringBuilder();
    rest.forEach((pointer, said) -> text.append(pointer).append(": ").append(said).append('\n'));
    byte[] storable = text.toString().replace("\0", "␀").getBytes(StandardCharsets.UTF_8);
    return new String(storable, StandardCharsets.UTF_8).strip();
  }
}
