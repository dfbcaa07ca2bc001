package org.leadflow.intake.csv;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.Option;

/** The fields of a lead that a column can be laid on, taken from {@link LeadFields} itself. */
final class Fields {

  static final String EXTERNAL_ID = "externalId";
  static final String FULL_NAME = "fullName";

  /** Links to records of ours are no other system's to give; what a file came with is the job's. */
  private static final Set<String> NOT_FROM_A_FILE =
      Set.of("sourceSystem", "sourceKey", "customerIdType");

  private static final Map<String, ImportField> BY_NAME = read();

  private Fields() {}

  static List<ImportField> all() {
    return List.copyOf(BY_NAME.values());
  }

  static @Nullable ImportField named(String name) {
    return BY_NAME.get(name);
  }

  private static Map<String, ImportField> read() {
    Map<String, ImportField> fields = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(
                ImportField.of(EXTERNAL_ID, ImportField.Kind.TEXT, Map.of()),
                ImportField.of(FULL_NAME, ImportField.Kind.TEXT, Map.of())),
            Arrays.stream(LeadFields.class.getRecordComponents())
                .filter(component -> component.getType() != UUID.class)
                .filter(component -> !NOT_FROM_A_FILE.contains(component.getName()))
                .map(Fields::of))
        .forEach(field -> fields.put(field.name(), field));
    return fields;
  }

  private static ImportField of(RecordComponent component) {
    Class<?> type = component.getType();
    Option option = component.getAccessor().getAnnotation(Option.class);
    if (option != null) {
      return ImportField.of(component.getName(), ImportField.Kind.OPTION, option.value().labels());
    }
    ImportField.Kind kind =
        type == Integer.class
            ? ImportField.Kind.INTEGER
            : type == BigDecimal.class
                ? ImportField.Kind.NUMBER
                : type == Boolean.class
                    ? ImportField.Kind.YES_NO
                    : type == LocalDate.class
                        ? ImportField.Kind.DATE
                        : type == Instant.class ? ImportField.Kind.TIME : ImportField.Kind.TEXT;
    return ImportField.of(component.getName(), kind, Map.of());
  }
}
