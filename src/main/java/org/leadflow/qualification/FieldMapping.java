package org.leadflow.qualification;

import jakarta.validation.constraints.NotNull;
import org.leadflow.core.StorableText;

/**
 * One row of the map by which a lead becomes other records.
 *
 * @param field of the account, contact or opportunity
 * @param leadField of the lead
 */
@StorableText
public record FieldMapping(
    @NotNull RecordType recordType, @NotNull String field, @NotNull String leadField) {}
