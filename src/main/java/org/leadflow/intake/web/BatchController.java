package org.leadflow.intake.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Acting;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.Busy;
import org.leadflow.core.IdempotentRequests;
import org.leadflow.core.JsonFaults;
import org.leadflow.core.Refused;
import org.leadflow.intake.Admission;
import org.leadflow.lead.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door for some hundred leads in one request; each is taken in or refused by itself. */
@RestController
@Tag(name = "Leads")
class BatchController {

  private static final Logger log = LoggerFactory.getLogger(BatchController.class);
  private static final int LARGEST = 500;

  private final Receiving receiving;
  private final Admission admission;
  private final IdempotentRequests requests;
  private final AuditTrail trail;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Acting acting;
  private final ObjectMapper json;

  BatchController(
      Receiving receiving,
      Admission admission,
      IdempotentRequests requests,
      AuditTrail trail,
      Permissions permissions,
      CurrentCaller callers,
      Acting acting,
      ObjectMapper json) {
    this.receiving = receiving;
    this.admission = admission;
    this.requests = requests;
    this.trail = trail;
    this.permissions = permissions;
    this.callers = callers;
    this.acting = acting;
    this.json = json;
  }

  @PostMapping("/api/leads/batch")
  @Operation(
      summary = "Send many leads in",
      description =
          """
          Up to 500 leads in one mebibyte, each as for POST /api/leads, in a transaction of its own: one that is refused
          keeps no other back, and items tells of each in the order of the request. They are routed behind leads that
          came alone.

          With Idempotency-Key the same request again, also after a crash in its midst, makes no second lead of any of
          them, with or without a sourceKey.
          """)
  @ApiResponse(responseCode = "200", description = "What came of each")
  @ApiResponse(
      responseCode = "429",
      description = "Nothing was stored; Retry-After says after how many seconds to send it again",
      ref = "#/components/responses/Problem429")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Batch.class),
              examples =
                  @ExampleObject(
                      value =
                          """
                          {"leads": [
                            {"subject": "Question about prices", "lastName": "Tanaka", "sourceSystem": "fair",
                             "sourceKey": "2026-117"},
                            {"subject": "Call me back", "lastName": "Moreau", "sourceSystem": "fair",
                             "sourceKey": "2026-118"}]}
                          """)))
  ResponseEntity<BatchReceipt> submit(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Batch batch) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.CREATE);
    List<JsonNode> leads = batch.leads();
    if (leads == null || leads.isEmpty() || leads.size() > LARGEST) {
      throw Refused.invalid("leads", "must hold 1 to " + LARGEST + " leads");
    }
    admission.admitTogether(caller.userId(), leads.size());
    BatchReceipt receipt =
        requests.inParts(
            key,
            "send many leads in",
            batch,
            BatchReceipt.class,
            seed -> acting.as(caller.userId(), Door.BATCH, () -> all(leads, seed)),
            BatchReceipt::isFinal);
    // Whatever the client accepts: leads are stored, and it must be told so.
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(receipt);
  }

  private BatchReceipt all(List<JsonNode> leads, @Nullable String seed) {
    List<LeadOfBatch> results = new ArrayList<>();
    for (int index = 0; index < leads.size(); index++) {
      results.add(one(index, leads.get(index), seed));
    }
    return BatchReceipt.of(results);
  }

  private LeadOfBatch one(int index, JsonNode item, @Nullable String seed) {
    try {
      NewLead lead = json.treeToValue(item, NewLead.class);
      if (lead == null) {
        return LeadOfBatch.refused(index, "unreadable", "A lead is missing.", List.of());
      }
      boolean named = lead.leadId() != null || lead.fields().sourceKey() != null;
      if (seed == null || named) {
        return LeadOfBatch.of(index, receiving.take(lead).receipt());
      }
      UUID leadId = id(seed, index);
      if (!trail.knows(leadId)) {
        receiving.take(lead.under(leadId));
      }
      // By this request, also where the same one was quicker.
      return LeadOfBatch.created(index, leadId);
    } catch (JsonProcessingException unreadable) {
      return LeadOfBatch.refused(
          index, "unreadable", "The lead cannot be read.", JsonFaults.of(unreadable));
    } catch (Refused refused) {
      return LeadOfBatch.refused(index, refused.code(), refused.getMessage(), refused.faults());
    } catch (AuthenticationException gone) {
      // Whoever sent them may no longer: that is no matter of one lead.
      throw gone;
    } catch (RuntimeException unexpected) {
      if (Busy.is(unexpected)) {
        log.warn("The database did not answer for a lead of many", unexpected);
        return LeadOfBatch.unavailable(index);
      }
      log.error("A lead of many failed", unexpected);
      return LeadOfBatch.failed(index);
    }
  }

  /** The same for this lead of this request, however often it is sent. */
  private static UUID id(String seed, int index) {
    return UUID.nameUUIDFromBytes((seed + "\n" + index).getBytes(StandardCharsets.UTF_8));
  }

  /** Many leads, each still to be read. */
  @Schema(name = "ManyLeads")
  record Batch(
      @ArraySchema(
              schema = @Schema(implementation = NewLead.class),
              minItems = 1,
              maxItems = LARGEST)
          @Nullable List<JsonNode> leads) {}
}
