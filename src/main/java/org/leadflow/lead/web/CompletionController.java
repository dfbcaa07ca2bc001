package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.DataCompletion;
import org.leadflow.lead.LeadView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the lead desk answers in Tasklist about a lead that nobody could work, by API. */
@RestController
@Tag(name = "Leads")
class CompletionController {

  private final DataCompletion completion;

  CompletionController(DataCompletion completion) {
    this.completion = completion;
  }

  @PostMapping("/api/leads/{leadId}/complete-data")
  @Operation(
      summary = "Complete a new lead that nobody could work",
      description =
          """
          A lead that names no mail address, number, web site, company, place, customer or partner waits for the lead
          desk before it is compared, scored and routed. `found` writes what is sent to the lead, `nothing` lets it go
          on as it is. 409 `not-asked` when nobody is asked. Changing the lead by PATCH has the same effect.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "Found",
                    value =
                        "{\"answer\": \"found\", \"telephone1\": \"+49 30 23125 014\","
                            + " \"address1Country\": \"Germany\"}"),
                @ExampleObject(name = "Nothing to be found", value = "{\"answer\": \"nothing\"}")
              }))
  ResponseEntity<LeadView> complete(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody CompletedData data) {
    LeadView view = LeadView.of(completion.answer(leadId, ifMatch, data.given()));
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }
}
