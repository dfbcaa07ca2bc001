package org.leadflow.qualification.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.qualification.Conversion;
import org.leadflow.qualification.Conversion.Step;

/**
 * The answer to QualifyLead.
 *
 * @param createdEntities newly created records in the order account, contact, opportunity, as in
 *     Dynamics 365
 * @param linkedEntities existing records the lead is now linked to
 * @param skipped what was neither created nor linked
 * @param stage where the process stands: Develop with an opportunity, else still Qualify
 */
record QualifiedView(
    UUID leadId,
    List<Reference> createdEntities,
    List<Reference> linkedEntities,
    List<String> skipped,
    String stage) {

  /** One record. */
  record Reference(String entityType, @Nullable UUID id) {}

  static QualifiedView of(UUID leadId, Conversion conversion) {
    return new QualifiedView(
        leadId,
        references(conversion, Step.CREATE),
        references(conversion, Step.LINK),
        references(conversion, Step.SKIP).stream().map(Reference::entityType).toList(),
        conversion.opportunityStep() == Step.SKIP ? "Qualify" : "Develop");
  }

  private static List<Reference> references(Conversion conversion, Step wanted) {
    return Stream.of(
            reference("account", conversion.accountStep(), conversion.accountId(), wanted),
            reference("contact", conversion.contactStep(), conversion.contactId(), wanted),
            reference(
                "opportunity", conversion.opportunityStep(), conversion.opportunityId(), wanted))
        .flatMap(stream -> stream)
        .toList();
  }

  private static Stream<Reference> reference(
      String type, Step step, @Nullable UUID id, Step wanted) {
    return step == wanted ? Stream.of(new Reference(type, id)) : Stream.empty();
  }
}
