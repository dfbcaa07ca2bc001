package org.leadflow.process.operations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.leadflow.core.Refused;
import org.leadflow.process.operations.Incidents;
import org.leadflow.process.operations.Incidents.OpenIncident;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what failed and lets them retry it. Others are refused by the route. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "Operations")
class IncidentController {

  private final Incidents incidents;

  IncidentController(Incidents incidents) {
    this.incidents = incidents;
  }

  @GetMapping
  @Operation(summary = "The open incidents, newest first")
  List<OpenIncident> open() {
    return incidents.open();
  }

  @PostMapping("/{incidentId}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Try the failed step again at once")
  void retry(@PathVariable String incidentId) {
    if (!incidents.retry(incidentId)) {
      throw Refused.conflict(
          "not-open", "There is no open incident " + incidentId + "; it may be solved already.");
    }
  }
}
