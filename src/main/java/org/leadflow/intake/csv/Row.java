package org.leadflow.intake.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as fields.
 *
 * @param given field to value, of the cells that hold something
 * @param filled the same with the constants of the import where the row says nothing
 * @param externalId what its sender calls it, null when he does not
 * @param faults why it cannot become a lead; empty when it may
 */
record Row(
    Map<String, Object> given,
    Map<String, Object> filled,
    @Nullable String externalId,
    List<String> faults) {

  Row {
    given = new LinkedHashMap<>(given);
    filled = new LinkedHashMap<>(filled);
  }
}
