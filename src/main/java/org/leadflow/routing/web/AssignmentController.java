package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.LeadView;
import org.leadflow.routing.HandingOver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a lead to a person or team by hand; a lead that waits at the lead desk goes on from there.
 */
@RestController
@RequestMapping("/api/leads/{leadId}/assign")
@Tag(name = "Leads")
class AssignmentController {

  private final HandingOver handingOver;

  AssignmentController(HandingOver handingOver) {
    this.handingOver = handingOver;
  }

  @PostMapping
  @Operation(
      summary = "Give a lead to a person or a team",
      description =
          "A person gets the open activities of the owner before. Managers assign closed leads too, because people"
              + " leave; nothing else of such a lead changes. A reason is kept in the decision about the lead; without one 409"
              + " `lead-protected` answers for a lead that its partner keeps.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "A person",
                    value = "{\"ownerId\": \"anna\", \"ownerIdType\": \"user\"}"),
                @ExampleObject(
                    name = "A team",
                    value =
                        "{\"ownerId\": \"emea-inside-sales\", \"ownerIdType\": \"team\", \"reason\": \"Sells the small"
                            + " devices\"}")
              }))
  ResponseEntity<LeadView> assign(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Assignment assignment) {
    LeadView view = handingOver.assign(leadId, ifMatch, assignment.owner(), assignment.reason());
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }
}
