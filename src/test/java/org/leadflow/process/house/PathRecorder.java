package org.leadflow.process.house;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Notes what is gone through in diagrams of ours as they are shipped; a diagram that a test has
 * changed proves nothing about them.
 */
final class PathRecorder extends AbstractBpmnParseListener {

  private static final Map<String, Set<String>> SHIPPED =
      House.at("processes").diagrams().stream()
          .collect(Collectors.toMap(HouseDiagram::id, PathRecorder::lines));

  private final TakenPaths.Layer layer;

  PathRecorder(TakenPaths.Layer layer) {
    this.layer = layer;
  }

  private static Set<String> lines(HouseDiagram diagram) {
    return diagram.flows().stream()
        .map(flow -> line(flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(String id, String from, String to) {
    return id + " " + from + " " + to;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    Set<String> lines =
        element.elements("sequenceFlow").stream()
            .map(
                flow ->
                    line(
                        flow.attribute("id"),
                        flow.attribute("sourceRef"),
                        flow.attribute("targetRef")))
            .collect(Collectors.toCollection(TreeSet::new));
    if (lines.equals(SHIPPED.get(process.getKey()))) {
      listenIn(process, process.getKey());
    }
  }

  private void listenIn(ScopeImpl scope, String process) {
    for (ActivityImpl activity : scope.getActivities()) {
      activity.addListener(ExecutionListener.EVENTNAME_START, noting(process, activity.getId()));
      for (PvmTransition flow : activity.getOutgoingTransitions()) {
        ((TransitionImpl) flow)
            .addListener(ExecutionListener.EVENTNAME_TAKE, noting(process, flow.getId()));
      }
      listenIn(activity, process);
    }
  }

  private ExecutionListener noting(String process, String element) {
    return execution -> TakenPaths.took(layer, process, element);
  }
}
