package org.leadflow.duplicates.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.duplicates.Candidate;
import org.leadflow.duplicates.Candidates;
import org.leadflow.duplicates.Duplicates;
import org.leadflow.duplicates.Match;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadFields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lookups "Existing Account" and "Existing Contact" of a lead that is stored already. */
@RestController
@RequestMapping("/api/leads/{leadId}")
@Tag(name = "Associations")
class MatchController {

  private final LeadAccess access;
  private final Duplicates duplicates;
  private final Candidates candidates;

  MatchController(LeadAccess access, Duplicates duplicates, Candidates candidates) {
    this.access = access;
    this.duplicates = duplicates;
    this.candidates = candidates;
  }

  @GetMapping("/matching-accounts")
  @Operation(
      summary = "Find the accounts that are the company of a lead, or may be",
      description =
          "Exact matches first, then the most similar names, at most 20. One of them can be set as"
              + " parentAccountId.")
  Matching accounts(@PathVariable UUID leadId) {
    return view(duplicates.accountsLike(fieldsOf(leadId)));
  }

  @GetMapping("/matching-contacts")
  @Operation(
      summary = "Find the contacts that are the person of a lead, or may be",
      description =
          "Exact matches first, then the most similar names, at most 20. One of them can be set as"
              + " parentContactId.")
  Matching contacts(@PathVariable UUID leadId) {
    LeadFields fields = fieldsOf(leadId);
    return view(duplicates.contactsLike(fields, fields.parentAccountId()));
  }

  private LeadFields fieldsOf(UUID leadId) {
    return access.require(leadId, Privilege.READ).fields();
  }

  private Matching view(List<Match> matches) {
    Candidates.Seen seen = candidates.of(matches);
    return new Matching(seen.visible(), seen.hidden());
  }

  /**
   * What matches a lead.
   *
   * @param hidden how many more there are that the caller may not see
   */
  record Matching(
      List<Candidate> items,
      @Schema(description = "How many more match that you may not see", example = "0")
          int hidden) {}
}
