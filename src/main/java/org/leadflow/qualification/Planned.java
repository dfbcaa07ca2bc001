package org.leadflow.qualification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.qualification.Conversion.Step;

/**
 * What a conversion does about one of the three records.
 *
 * @param id of the record; null when the step is SKIP
 * @param before the record as it stands; null unless the step is LINK
 * @param after the record as the conversion leaves it; null when the step is SKIP
 * @param filled what of an existing record is filled
 * @param reasons why the record, or a field of it, is left alone
 */
record Planned<R extends Record>(
    RecordType type,
    Step step,
    @Nullable UUID id,
    @Nullable R before,
    @Nullable R after,
    List<Filled> filled,
    List<String> reasons) {

  static <R extends Record> Planned<R> skipped(RecordType type, String reason) {
    return new Planned<>(type, Step.SKIP, null, null, null, List.of(), List.of(reason));
  }

  static <R extends Record> Planned<R> created(RecordType type, UUID id, R record) {
    return new Planned<>(type, Step.CREATE, id, null, record, List.of(), List.of());
  }

  /**
   * A field of an existing record and the value it gets.
   *
   * @param version of the record as it was filled
   */
  record Filled(
      RecordType type,
      UUID recordId,
      long version,
      String field,
      @Nullable Object before,
      @Nullable Object after) {}
}
