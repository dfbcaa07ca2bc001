package org.leadflow.routing;

import org.leadflow.organization.TeamSaved;
import org.leadflow.organization.UserSaved;
import org.leadflow.rules.ReceiversChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the rules at work looked through again when people or teams come and go. */
@Component
class ReceiversGone {

  private final ApplicationEventPublisher events;

  ReceiversGone(ApplicationEventPublisher events) {
    this.events = events;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(UserSaved saved) {
    events.publishEvent(new ReceiversChanged());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(TeamSaved saved) {
    events.publishEvent(new ReceiversChanged());
  }
}
