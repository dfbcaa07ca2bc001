package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.lead.request.CustomerRequest;
import org.leadflow.lead.request.CustomerRequests;
import org.leadflow.lead.request.RequestFields;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the customer behind a lead asked for, each time he did. */
@RestController
@RequestMapping("/api/leads/{leadId}/requests")
@Tag(name = "Customer requests")
class RequestController {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "receivedOn", "requestId");

  private final LeadDoor door;
  private final CustomerRequests requests;

  RequestController(LeadDoor door, CustomerRequests requests) {
    this.door = door;
    this.requests = requests;
  }

  @GetMapping
  @Operation(summary = "List the requests of the customer, newest first")
  PageView<CustomerRequest> list(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UUID readable = door.readable(leadId);
    return PageView.of(requests.of(readable, PageView.request(page, size, NEWEST_FIRST)));
  }

  /** Writing, not appending: the customer's words come through the doors of programs too. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Add a submission, mail or call of the customer",
      description =
          "A closed lead takes it too. Nobody can change or remove it. The description a lead was sent in with is its first request.")
  CustomerRequest add(@PathVariable UUID leadId, @Valid @RequestBody RequestFields fields) {
    if (!Times.storable(fields.receivedOn())) {
      throw Refused.invalid("receivedOn", Times.RANGE);
    }
    return door.with(leadId, Privilege.CREATE, lead -> requests.add(leadId, fields));
  }
}
