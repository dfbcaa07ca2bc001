package org.leadflow.process.outside;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.leadflow.outbox.Outbox;
import org.leadflow.process.house.DiagramRule;
import org.leadflow.process.house.HouseDiagram;
import org.springframework.stereotype.Component;

/** A webhook is called by a name that is configured; found out before a lead comes along. */
@Component
class KnownTargets implements DiagramRule {

  private final Outbox outbox;

  KnownTargets(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public List<String> findings(HouseDiagram diagram) {
    return diagram.all(ServiceTask.class).stream()
        .filter(task -> HouseDiagram.step(task).filter("callWebhook"::equals).isPresent())
        .flatMap(task -> unknown(diagram, task))
        .toList();
  }

  private Stream<String> unknown(HouseDiagram diagram, ServiceTask task) {
    Optional<String> target = diagram.input(task, CallWebhook.TARGET);
    return target
        .filter(name -> !outbox.targets().contains(name))
        .map(
            name ->
                "%s calls the webhook %s, but leadflow.outbox.targets holds %s"
                    .formatted(HouseDiagram.called(task), name, outbox.targets()))
        .stream();
  }
}
