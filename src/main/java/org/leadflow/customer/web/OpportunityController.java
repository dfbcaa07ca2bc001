package org.leadflow.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.core.Versions;
import org.leadflow.customer.ClosingReason;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.OpportunityAnswer;
import org.leadflow.customer.OpportunityFields;
import org.leadflow.customer.Pursuit;
import org.leadflow.customer.Stage;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads and changes opportunities and says what came of them, as in the forms of their tasks. They
 * are made by qualifying leads.
 */
@RestController
@RequestMapping("/api/opportunities")
@Tag(name = "Customers")
class OpportunityController {

  private static final Sort NEWEST_FIRST =
      Sort.by(Sort.Direction.DESC, "createdOn", "opportunityId");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private final OpportunityDoor door;
  private final Customers customers;
  private final Pursuit pursuit;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final MergePatch patch;

  OpportunityController(
      OpportunityDoor door,
      Customers customers,
      Pursuit pursuit,
      Permissions permissions,
      CurrentCaller callers,
      MergePatch patch) {
    this.door = door;
    this.customers = customers;
    this.pursuit = pursuit;
    this.permissions = permissions;
    this.callers = callers;
    this.patch = patch;
  }

  @GetMapping
  @Operation(
      summary = "List the opportunities you may see, newest first",
      description = "stateCode 0 is Open, 1 Won, 2 Lost.")
  PageView<Opportunity> list(
      @RequestParam(required = false) @Nullable Integer stateCode,
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(required = false) @Nullable UUID originatingLeadId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    permissions.require(callers.get(), Privilege.READ);
    Criteria criteria = permissions.visible(callers.get(), Privilege.READ);
    if (stateCode != null) {
      criteria = criteria.and("stateCode").is(stateCode);
    }
    if (stage != null) {
      criteria = criteria.and("stage").is(stage.name());
    }
    if (originatingLeadId != null) {
      criteria = criteria.and("originatingLeadId").is(originatingLeadId);
    }
    return PageView.of(
        customers.page(Opportunity.class, criteria, PageView.request(page, size, NEWEST_FIRST)));
  }

  @GetMapping("/{opportunityId}")
  @Operation(summary = "Read an opportunity")
  ResponseEntity<Opportunity> read(@PathVariable UUID opportunityId) {
    return answer(door.require(opportunityId, Privilege.READ));
  }

  @PatchMapping("/{opportunityId}")
  @Operation(
      summary = "Change an open opportunity",
      description =
          "A JSON merge patch (RFC 7396): fields sent are set, null empties one. Amounts are in its currency. Send the ETag as If-Match.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      description =
          "Some of name, estimatedAmount, estimatedCloseDate, budgetAmount, budgetStatus, need, purchaseTimeFrame, purchaseProcess, decisionMaker and description",
      content =
          @Content(
              schema = @Schema(type = "object"),
              examples =
                  @ExampleObject(
                      value =
                          "{\"estimatedAmount\": 48000.00, \"estimatedCloseDate\": \"2027-03-31\"}")))
  ResponseEntity<Opportunity> change(
      @PathVariable UUID opportunityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    door.require(opportunityId, Privilege.WRITE);
    Versions.required(ifMatch);
    return answer(
        door.change(
            opportunityId,
            ifMatch,
            opportunity -> {
              OpportunityFields fields =
                  patch.apply(opportunity.fields(), OpportunityFields.class, changes);
              requireStorable(fields.estimatedCloseDate());
              pursuit.change(opportunityId, fields);
            }));
  }

  @PostMapping("/{opportunityId}/advance")
  @Operation(
      summary = "Move an open opportunity on to its next stage",
      description = "From Develop to Propose, from Propose to Close; its task is done by it.")
  ResponseEntity<Opportunity> advance(
      @PathVariable UUID opportunityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answered(opportunityId, ifMatch, new OpportunityAnswer.Advanced());
  }

  @PostMapping("/{opportunityId}/win")
  @Operation(
      summary = "Close an open opportunity as won, at whatever stage it is",
      description = "actualAmount is what it brought, in its currency.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(value = "{\"actualAmount\": 45500.00}")))
  ResponseEntity<Opportunity> win(
      @PathVariable UUID opportunityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Win request) {
    return answered(
        opportunityId,
        ifMatch,
        new OpportunityAnswer.Won(request.actualAmount(), request.comment()));
  }

  @PostMapping("/{opportunityId}/lose")
  @Operation(
      summary = "Close an open opportunity as lost, at whatever stage it is",
      description = "statusCode is 4 Canceled or 5 Out-Sold.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      value = "{\"statusCode\": 5, \"comment\": \"They took the cheaper one\"}")))
  ResponseEntity<Opportunity> lose(
      @PathVariable UUID opportunityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Lose request) {
    ClosingReason reason =
        ClosingReason.of(request.statusCode())
            .filter(known -> known != ClosingReason.WON)
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "invalid-status",
                        "There is no such reason.",
                        List.of(
                            new FieldFault(
                                "statusCode", "must be one of 4 Canceled, 5 Out-Sold"))));
    return answered(opportunityId, ifMatch, new OpportunityAnswer.Lost(reason, request.comment()));
  }

  private ResponseEntity<Opportunity> answered(
      UUID opportunityId, @Nullable String ifMatch, OpportunityAnswer given) {
    return answer(
        door.change(opportunityId, ifMatch, opportunity -> pursuit.answer(opportunityId, given)));
  }

  private static void requireStorable(@Nullable LocalDate day) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw Refused.invalid("estimatedCloseDate", "must be in the years 1900 to 9999");
    }
  }

  private static ResponseEntity<Opportunity> answer(Opportunity opportunity) {
    return ResponseEntity.ok().eTag(Versions.tag(opportunity.version())).body(opportunity);
  }

  /** The request to close as won. */
  @StorableText
  record Win(
      @NotNull @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 15, fraction = 2)
          @Nullable BigDecimal actualAmount,
      @Size(max = 2000) @Nullable String comment) {}

  /** The request to close as lost: a reason and, if one likes, a comment. */
  @StorableText
  record Lose(@NotNull @Nullable Integer statusCode, @Size(max = 2000) @Nullable String comment) {}
}
