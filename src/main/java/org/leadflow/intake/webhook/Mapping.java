package org.leadflow.intake.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.RecordShape;
import org.leadflow.core.Records;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.Option;

/**
 * How a message is laid on the fields of a lead.
 *
 * @param externalId where the sender's own name of the lead stands, as a JSON pointer (RFC 6901);
 *     null when it has none, then the same message is the same lead
 * @param fields in this order; of two for one field the first that says something counts
 * @param constants field to text, for all messages that say nothing else
 */
public record Mapping(
    @Schema(example = "/id") @Nullable String externalId,
    List<Laid> fields,
    Map<String, String> constants) {

  private static final int MOST = 200;
  private static final Pattern POINTER = Pattern.compile("(?:/(?:[^/~]|~[01])*+)++");
  private static final Set<String> NOT_TO_BE_LAID = Set.of("sourceSystem", "sourceKey");

  public Mapping {
    fields = fields == null ? List.of() : fields.stream().map(Laid::orNothing).toList();
    constants = constants == null ? Map.of() : new LinkedHashMap<>(constants);
  }

  /**
   * A value of the message laid on a field.
   *
   * @param values what the sender says to what the field gets; what is not there stays as it is
   */
  public record Laid(
      @Schema(example = "/contact/email") @Nullable String pointer,
      @Schema(example = "emailAddress1") @Nullable String field,
      Map<String, String> values) {

    public Laid {
      values = values == null ? new LinkedHashMap<>() : new LinkedHashMap<>(values);
    }

    /** One that is missing is named as one without anything. */
    private static Laid orNothing(@Nullable Laid laid) {
      return laid == null ? new Laid(null, null, Map.of()) : laid;
    }
  }

  /** The names of the fields of a lead that can be laid. */
  public static List<String> fieldsToBeLaid() {
    return RecordShape.of(LeadFields.class).names().stream()
        .filter(name -> !NOT_TO_BE_LAID.contains(name))
        .toList();
  }

  /** What is wrong with it; empty when nothing is. */
  List<FieldFault> faults(Validator validator) {
    List<FieldFault> faults = new ArrayList<>();
    if (externalId != null && isNoPointer(externalId)) {
      faults.add(new FieldFault("mapping.externalId", "must be a JSON pointer such as /id"));
    }
    if (fields.size() > MOST || constants.size() > MOST) {
      faults.add(new FieldFault("mapping", "must lay at most " + MOST + " fields"));
    }
    for (int place = 0; place < fields.size(); place++) {
      Laid laid = fields.get(place);
      String at = "mapping.fields[" + place + "].";
      if (laid.pointer() == null || isNoPointer(laid.pointer())) {
        faults.add(new FieldFault(at + "pointer", "must be a JSON pointer such as /contact/email"));
      }
      if (laid.values().containsValue(null)) {
        faults.add(new FieldFault(at + "values", "must hold texts"));
      }
      if (laid.field() == null || isNoField(laid.field())) {
        faults.add(new FieldFault(at + "field", "is no field of a lead that can be laid"));
      } else {
        laid.values().values().stream()
            .flatMap(said -> misfit(laid.field(), said, validator).stream())
            .distinct()
            .forEach(misfit -> faults.add(new FieldFault(at + "values", misfit)));
      }
    }
    constants.forEach(
        (field, said) -> {
          if (isNoField(field)) {
            faults.add(
                new FieldFault("mapping.constants", "holds a name that is no field of a lead"));
          } else if (said == null) {
            faults.add(new FieldFault("mapping.constants", "must hold a text for " + field));
          } else {
            misfit(field, said, validator)
                .ifPresent(misfit -> faults.add(new FieldFault("mapping.constants", misfit)));
          }
        });
    return faults;
  }

  /** What is wrong with a text for a field; nothing of it would reach a lead. */
  private static Optional<String> misfit(String field, @Nullable String said, Validator validator) {
    if (said == null || said.isBlank() || Message.fitting(field, said, validator).isPresent()) {
      return Optional.empty();
    }
    Option option =
        Records.component(LeadFields.class, field)
            .map(component -> component.getAccessor().getAnnotation(Option.class))
            .orElse(null);
    return Optional.of(
        option == null
            ? "holds a text that %s cannot hold".formatted(field)
            : "holds a word that %s does not know; it knows %s"
                .formatted(field, String.join(", ", option.value().labels().values())));
  }

  /** Where messages would have to say what a field is; none when it is not laid. */
  List<String> pointers(String field) {
    return fields.stream().filter(laid -> field.equals(laid.field())).map(Laid::pointer).toList();
  }

  private static boolean isNoField(String name) {
    return NOT_TO_BE_LAID.contains(name) || Records.component(LeadFields.class, name).isEmpty();
  }

  private static boolean isNoPointer(String text) {
    return !POINTER.matcher(text).matches();
  }
}
