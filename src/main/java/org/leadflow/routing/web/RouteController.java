package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Privilege;
import org.leadflow.core.Versions;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.routing.Occasion;
import org.leadflow.routing.Occasion.Why;
import org.leadflow.routing.Rerouting;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes a lead once more because somebody wants it, whoever owns it and however old it is. */
@RestController
@RequestMapping("/api/leads/{leadId}/route")
@Tag(name = "Leads")
class RouteController {

  private final LeadAccess access;
  private final CurrentCaller callers;
  private final Rerouting rerouting;

  RouteController(LeadAccess access, CurrentCaller callers, Rerouting rerouting) {
    this.callers = callers;
    this.access = access;
    this.rerouting = rerouting;
  }

  @PostMapping
  @Operation(
      summary = "Ask the rules once more who takes a lead",
      description =
          """
          The lead, its task and its timeline go to whom they name; its age and the time to respond stay. When nobody is
          found it stays where it is, and the decision says why. A partner is asked first: the outcome is `offered`. A
          dry run answers the same and changes nothing.

          409 `lead-closed`, `lead-protected` while a partner keeps it, `offer-open` while one is asked, or `not-routed-yet` for a lead on its way to its first owner.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "To somebody else",
                      value = "{\"leaveOutOwner\": true, \"reason\": \"Speaks no Polish\"}")))
  RoutedView route(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable RouteAgain request) {
    Lead lead = access.require(leadId, Privilege.ASSIGN);
    Versions.check(ifMatch, lead.version());
    Occasion occasion =
        new Occasion(
            Why.ASKED,
            callers.get().userId(),
            request != null && Boolean.TRUE.equals(request.leaveOutOwner())
                ? lead.ownerUser()
                : null,
            request == null ? null : request.reason());
    return dryRun
        ? RoutedView.of(rerouting.preview(List.of(leadId), occasion).get(0))
        : RoutedView.of(leadId, lead.owner(), rerouting.again(leadId, occasion));
  }
}
