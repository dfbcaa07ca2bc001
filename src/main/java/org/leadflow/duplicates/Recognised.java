package org.leadflow.duplicates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a new lead.
 *
 * @param masters the open leads that it is surely the same as, the best first
 * @param suspects whom a person is asked about, the most likely first
 * @param accountId its company, null when it is not surely known
 * @param contactId its person as a contact, null when he is not surely known
 */
record Recognised(
    List<Suspect> masters,
    List<Suspect> suspects,
    @Nullable UUID accountId,
    @Nullable UUID contactId) {

  static final Recognised NOBODY = new Recognised(List.of(), List.of(), null, null);
}
