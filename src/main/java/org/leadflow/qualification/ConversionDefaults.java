package org.leadflow.qualification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lead of a unit becomes these records unless somebody says otherwise, and which of its
 * fields must be filled by then.
 *
 * @param createAccount false means each time a person says; null, in a unit's own settings, that
 *     the unit above decides; so do the other two
 * @param requiredFields names of lead fields; null, in a unit's own settings, that the unit above
 *     decides
 */
public record ConversionDefaults(
    @Nullable Boolean createAccount,
    @Nullable Boolean createContact,
    @Nullable Boolean createOpportunity,
    @Nullable List<String> requiredFields) {

  /** Where nobody decided anything: all three are created, and nothing is required. */
  static final ConversionDefaults NOTHING_SAID =
      new ConversionDefaults(true, true, true, List.of());

  ConversionDefaults orElse(ConversionDefaults above) {
    return new ConversionDefaults(
        createAccount != null ? createAccount : above.createAccount,
        createContact != null ? createContact : above.createContact,
        createOpportunity != null ? createOpportunity : above.createOpportunity,
        requiredFields != null ? requiredFields : above.requiredFields);
  }

  boolean creates(RecordType type) {
    return Boolean.TRUE.equals(
        switch (type) {
          case ACCOUNT -> createAccount;
          case CONTACT -> createContact;
          case OPPORTUNITY -> createOpportunity;
        });
  }
}
