package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.lead.BulkResult;
import org.leadflow.lead.BulkView;
import org.leadflow.lead.InBulk;
import org.leadflow.routing.HandingOver;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives many leads to somebody at once, each exactly as if it had been given alone. */
@RestController
@RequestMapping("/api/leads/bulk/assign")
@Tag(name = "Leads")
class BulkAssignmentController {

  private final HandingOver handingOver;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final InBulk bulk;
  private final Validator validator;

  BulkAssignmentController(
      HandingOver handingOver,
      Permissions permissions,
      CurrentCaller callers,
      InBulk bulk,
      Validator validator) {
    this.handingOver = handingOver;
    this.permissions = permissions;
    this.callers = callers;
    this.bulk = bulk;
    this.validator = validator;
  }

  @PostMapping
  @Operation(
      summary = "Give many leads to a person or a team",
      description =
          "At most 1000 leads, one transaction for each in the given order, with the checks of the call about one lead."
              + " Answers assigned or refused per lead; one that is refused neither stops nor undoes another.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Two leads",
                      value =
                          """
                          {"leadIds": ["018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50", "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f51"],
                           "ownerId": "anna", "ownerIdType": "user"}
                          """)))
  BulkView assign(@RequestBody BulkAssignment all) {
    Set<ConstraintViolation<Assignment>> violations = validator.validate(all.request());
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    permissions.require(callers.get(), Privilege.ASSIGN);
    return BulkView.of(
        bulk.each(
            all.leadIds(),
            leadId -> {
              handingOver.assign(leadId, null, all.request().owner(), all.request().reason());
              return BulkResult.done(leadId, "assigned", Map.of());
            }));
  }
}
