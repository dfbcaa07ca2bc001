package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.Versions;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.leadflow.lead.merge.LeadMerge;
import org.leadflow.lead.merge.MergeDoor;
import org.leadflow.lead.merge.Merging;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Merges leads that are about the same, and takes that back. */
@RestController
@RequestMapping("/api/leads/{leadId}")
@Tag(name = "Leads")
class MergeController {

  private final MergeDoor door;
  private final Merging merging;
  private final LeadAccess access;
  private final LeadRecords leads;

  MergeController(MergeDoor door, Merging merging, LeadAccess access, LeadRecords leads) {
    this.door = door;
    this.merging = merging;
    this.access = access;
    this.leads = leads;
  }

  @PostMapping("/merge")
  @Operation(
      summary = "Merge another lead into this one",
      description =
          """
          This lead stays, with its owner and its task: its empty fields are filled, the values of the fields in `take`
          are replaced, and a "do not" of either lead holds. Requests, notes, activities, attachments, stakeholders and
          links of the other follow. The other is closed as Duplicate, keeps its fields and names this one as
          `masterId`; its task ends. A dry run answers the same and does nothing. Needs the privilege to write both.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "What would come of it",
                    value =
                        "{\"leadId\": \"018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50\", \"dryRun\": true}"),
                @ExampleObject(
                    name = "With the other's phone number",
                    value =
                        "{\"leadId\": \"018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50\", \"take\": [\"telephone1\"]}")
              }))
  ResponseEntity<MergedView> merge(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Merge merge) {
    Merging.Merged merged =
        merge.isDryRun()
            ? door.preview(leadId, merge.leadId(), merge.chosen())
            : door.merge(
                leadId,
                merge.leadId(),
                merge.chosen(),
                (master, other) -> {
                  Versions.check(ifMatch, master.version());
                  if (merge.version() != null) {
                    Versions.requireSeen(other.version(), merge.version());
                  }
                });
    return ResponseEntity.ok()
        .eTag(LeadView.of(leads.get(leadId)).etag())
        .body(MergedView.of(leadId, merge.leadId(), merged));
  }

  @PostMapping("/unmerge")
  @Operation(
      summary = "Take back that this lead was merged into another",
      description =
          """
          While the lead it was merged into is Open: what followed comes back, the fields it filled are as they were
          unless somebody changed them since, and this lead is Open again and goes on with its owner. The pair is not
          merged by the product again. 409 says what stands against it.
          """)
  ResponseEntity<LeadView> unmerge(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    door.unmerge(leadId, merged -> Versions.check(ifMatch, merged.version()));
    LeadView view = LeadView.of(leads.get(leadId));
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }

  @GetMapping("/merges")
  @Operation(summary = "Every merge in which this lead took part, newest first")
  List<LeadMerge> merges(@PathVariable UUID leadId) {
    return merging.of(access.require(leadId, Privilege.READ).leadId());
  }
}
