package org.leadflow.outbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.leadflow.outbox.Outbox;
import org.leadflow.outbox.OutboxMessage;
import org.leadflow.outbox.OutboxMessage.State;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what other systems did not take. Others are refused by the route. */
@RestController
@RequestMapping("/api/outbox")
@Tag(name = "Operations")
class OutboxController {

  private final Outbox outbox;

  OutboxController(Outbox outbox) {
    this.outbox = outbox;
  }

  @GetMapping
  @Operation(summary = "The newest messages to other systems in a state, at most 200")
  List<OutboxMessage> newest(@RequestParam(defaultValue = "GIVEN_UP") State state) {
    return outbox.newest(state);
  }

  @PostMapping("/{messageId}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Send a message again that was given up")
  void retry(@PathVariable UUID messageId) {
    outbox.sendAgain(messageId);
  }
}
