package org.leadflow.qualification.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.lead.BulkResult;
import org.leadflow.lead.BulkView;
import org.leadflow.lead.InBulk;
import org.leadflow.lead.LeadAccess;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Answering;
import org.leadflow.qualification.Verdict;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers many leads at once, each exactly as if it had been answered alone. */
@RestController
@RequestMapping("/api/leads/bulk")
@Tag(name = "Qualification")
class BulkController {

  private static final String EACH =
      "At most 1000 leads, one transaction for each in the given order, with the checks of the call about one lead."
          + " Answers per lead what came of it; one that is refused neither stops nor undoes another.";

  private final LeadAccess access;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Answering answering;
  private final Qualifying qualifying;
  private final InBulk bulk;
  private final Validator validator;
  private final ObjectMapper json;

  BulkController(
      LeadAccess access,
      Permissions permissions,
      CurrentCaller callers,
      Answering answering,
      Qualifying qualifying,
      InBulk bulk,
      Validator validator,
      ObjectMapper json) {
    this.access = access;
    this.permissions = permissions;
    this.callers = callers;
    this.answering = answering;
    this.qualifying = qualifying;
    this.bulk = bulk;
    this.validator = validator;
    this.json = json;
  }

  @PostMapping("/qualify")
  @Operation(
      summary = "Qualify many leads",
      description =
          EACH
              + " The outcome is qualified (planned in a dry run), waitingForApproval, needsDecision (with the duplicates) or refused."
              + " With onDuplicate useExact a single exact match is linked by itself.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Two leads",
                      value =
                          """
                          {"leadIds": ["018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50", "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f51"],
                           "createOpportunity": true, "opportunityCurrencyId": "EUR"}
                          """)))
  BulkView qualify(@RequestBody BulkQualify all) {
    requireValid(all.request());
    permissions.require(callers.get(), Privilege.WRITE);
    boolean dryRun = Boolean.TRUE.equals(all.request().dryRun());
    return BulkView.of(
        bulk.each(
            all.leadIds(),
            leadId -> {
              QualifiedView view = qualifying.qualify(leadId, all.request());
              return BulkResult.done(
                  leadId,
                  dryRun ? "planned" : view.waits() ? "waitingForApproval" : "qualified",
                  members(view));
            }));
  }

  @PostMapping("/disqualify")
  @Operation(
      summary = "Disqualify many leads with one reason",
      description = EACH + " The outcome is disqualified or refused.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Two leads",
                      value =
                          """
                          {"leadIds": ["018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50", "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f51"],
                           "statusCode": 5, "comment": "The numbers are dead"}
                          """)))
  BulkView disqualify(@RequestBody BulkDisqualify all) {
    requireValid(all.request());
    return answered(
        all.leadIds(),
        all.request().answer(),
        leadId -> BulkResult.done(leadId, "disqualified", Map.of()));
  }

  private BulkView answered(List<UUID> leadIds, Answer answer, Done done) {
    permissions.require(callers.get(), Privilege.WRITE);
    return BulkView.of(
        bulk.each(
            leadIds,
            leadId -> {
              access.require(leadId, Privilege.WRITE);
              return answering.answer(leadId, answer) instanceof Verdict.No no
                  ? BulkResult.of(leadId, no.refused())
                  : done.result(leadId);
            }));
  }

  /** What the call about this lead alone answers, but for its id. */
  private Map<String, Object> members(QualifiedView view) {
    Map<String, Object> members = json.convertValue(view, new TypeReference<>() {});
    members.remove("leadId");
    return members;
  }

  private <T> void requireValid(T request) {
    Set<ConstraintViolation<T>> violations = validator.validate(request);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(new HashSet<>(violations));
    }
  }

  private interface Done {
    BulkResult result(UUID leadId);
  }
}
