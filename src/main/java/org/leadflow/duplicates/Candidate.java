package org.leadflow.duplicates;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An existing account or contact beside a lead, with what tells a person which one it is.
 *
 * @param name of the company or the person
 * @param emailAddress1 of a contact; null for an account, likewise mobile phone and job title
 * @param company of a contact, null for none and for one the caller may not see
 * @param openOpportunities the open ones the caller may see
 * @param rule the stable id of the rule that found it
 * @param sentence why it was found
 */
@Schema(description = "An existing record that is about the same company or person as the lead")
public record Candidate(
    EntityType type,
    UUID id,
    String name,
    @Nullable String address1City,
    @Nullable String address1Country,
    @Nullable String websiteUrl,
    @Nullable String emailAddress1,
    @Nullable String telephone1,
    @Nullable String mobilePhone,
    @Nullable String jobTitle,
    @Nullable Named company,
    String ownerId,
    String ownerIdType,
    Instant createdOn,
    List<Named> openOpportunities,
    Certainty certainty,
    String rule,
    String sentence) {

  /** A record that is only mentioned. */
  @Schema(name = "NamedRecord")
  public record Named(UUID id, String name) {}

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return type + " " + id;
  }
}
