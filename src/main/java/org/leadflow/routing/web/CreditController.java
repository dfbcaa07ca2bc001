package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.routing.Crediting;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives a seller the turn back that he had for a lead that was none. */
@RestController
@RequestMapping("/api/leads/{leadId}/credit")
@Tag(name = "Leads")
class CreditController {

  private final LeadAccess access;
  private final Crediting crediting;
  private final CurrentCaller callers;

  CreditController(LeadAccess access, Crediting crediting, CurrentCaller callers) {
    this.access = access;
    this.crediting = crediting;
    this.callers = callers;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Give the turn back that was taken for a lead",
      description =
          "For managers. A lead disqualified as Unsolicited gives its owner the turn back by itself. Once for each lead"
              + " and member, also when the lead is reactivated later; 409 `no-turn-to-give-back` otherwise.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(name = "A test", value = "{\"reason\": \"A test of the form\"}")))
  void credit(@PathVariable UUID leadId, @Valid @RequestBody Credit request) {
    Lead lead = access.require(leadId, Privilege.ASSIGN);
    if (!access.allowsBeyondOwning(lead, Privilege.ASSIGN, AccessLevel.LOCAL)) {
      throw new MissingPrivilege(Privilege.ASSIGN);
    }
    if (!crediting.credit(leadId, callers.get().userId(), request.reason())) {
      throw Refused.conflict(
          "no-turn-to-give-back",
          "No turn was taken for this lead, or it was given back already, or its pool gives none back.");
    }
  }

  /** Why the lead was none. */
  @StorableText
  record Credit(@NotBlank @Size(max = 1000) String reason) {}
}
