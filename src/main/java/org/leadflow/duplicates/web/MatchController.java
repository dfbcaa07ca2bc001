package org.leadflow.duplicates.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

  private static final String ACCOUNT =
      """
      {"items": [{"type": "ACCOUNT", "id": "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50", "name": "Vogel Antriebe GmbH",
        "address1City": "Stuttgart", "address1Country": "Germany", "websiteUrl": "https://vogel-antriebe.example",
        "ownerId": "anna", "ownerIdType": "user", "createdOn": "2026-01-31T09:30:00Z",
        "openOpportunities": [{"id": "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f52", "name": "Plant monitoring"}],
        "certainty": "EXACT", "rule": "account-same-name-and-country",
        "sentence": "The same company name in the same country."}], "hidden": 1}
      """;

  private static final String CONTACT =
      """
      {"items": [{"type": "CONTACT", "id": "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f51", "name": "Petra Vogel",
        "address1City": "Stuttgart", "address1Country": "Germany", "emailAddress1": "petra.vogel@vogel-antriebe.example",
        "telephone1": "+49 711 12345", "jobTitle": "Head of Production",
        "company": {"id": "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50", "name": "Vogel Antriebe GmbH"},
        "ownerId": "anna", "ownerIdType": "user", "createdOn": "2026-01-31T09:30:00Z", "openOpportunities": [],
        "certainty": "EXACT", "rule": "contact-same-email", "sentence": "The same e-mail address."}], "hidden": 0}
      """;

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
  @ApiResponse(
      responseCode = "200",
      description = "What matches",
      useReturnTypeSchema = true,
      content = @Content(examples = @ExampleObject(name = "The company is known", value = ACCOUNT)))
  Matching matchingAccounts(@PathVariable UUID leadId) {
    return view(duplicates.accountsAbout(fieldsOf(leadId)));
  }

  @GetMapping("/matching-contacts")
  @Operation(
      summary = "Find the contacts that are the person of a lead, or may be",
      description =
          "Exact matches first, then the most similar names, at most 20. One of them can be set as"
              + " parentContactId.")
  @ApiResponse(
      responseCode = "200",
      description = "What matches",
      useReturnTypeSchema = true,
      content = @Content(examples = @ExampleObject(name = "The person is known", value = CONTACT)))
  Matching matchingContacts(@PathVariable UUID leadId) {
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
