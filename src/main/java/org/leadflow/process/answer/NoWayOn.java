package org.leadflow.process.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.leadflow.core.Refused;
import org.springframework.http.HttpStatus;

/** An answer after which a process does not know where to go on; its task stays as it was. */
public final class NoWayOn extends Refused {

  private static final Pattern STUCK =
      Pattern.compile("ENGINE-02004 .*element with id '([^']+)'.*", Pattern.DOTALL);
  private static final Pattern UNKNOWN =
      Pattern.compile("Unknown property used in expression: (.+)\\. Cause: .*", Pattern.DOTALL);

  private NoWayOn(TaskEntity task, String why) {
    super(
        HttpStatus.CONFLICT,
        "no-way-on",
        "The process %s has no way on for this answer to \"%s\": %s. A designer has to mend it; the task stays as it was."
            .formatted(task.getProcessDefinition().getKey(), task.getName(), why),
        List.of());
  }

  /** What the engine threw while it completed the task; in our words where it is about this. */
  static RuntimeException in(ProcessEngineException thrown, TaskEntity task) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String said = String.valueOf(cause.getMessage());
      Matcher stuck = STUCK.matcher(said);
      if (stuck.matches()) {
        String id = stuck.group(1);
        String where = element(task, it -> it.getId().equals(id)).orElse(id);
        return because(thrown, new NoWayOn(task, where + " has no line for it"));
      }
      Matcher unknown = UNKNOWN.matcher(said);
      if (unknown.matches()) {
        String asked = unknown.group(1);
        String where = element(task, it -> asks(it, asked)).orElse("a step behind it");
        return because(
            thrown,
            new NoWayOn(task, where + " asks for " + asked + ", of which nothing is known"));
      }
    }
    return thrown;
  }

  private static NoWayOn because(ProcessEngineException thrown, NoWayOn words) {
    words.initCause(thrown);
    return words;
  }

  private static boolean asks(ActivityImpl element, String expression) {
    return element.getOutgoingTransitions().stream()
        .map(line -> line.getProperty(BpmnParse.PROPERTYNAME_CONDITION_TEXT))
        .anyMatch(expression::equals);
  }

  /** An element of the process of the task, as the check of the folder calls it. */
  private static Optional<String> element(TaskEntity task, Predicate<ActivityImpl> wanted) {
    return all(task.getProcessDefinition())
        .filter(wanted)
        .findFirst()
        .map(it -> "%s \"%s\" (%s)".formatted(it.getProperty("type"), it.getName(), it.getId()));
  }

  private static Stream<ActivityImpl> all(ScopeImpl scope) {
    return scope.getActivities().stream().flatMap(it -> Stream.concat(Stream.of(it), all(it)));
  }
}
