package org.leadflow.process.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;

/** The form of a task, which Tasklist checks in the browser, and nobody else until here. */
record AskedForm(List<AskedField> fields) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty when the task has none that could be read. */
  static Optional<AskedForm> of(TaskEntity task) {
    try (InputStream form =
        Context.getCommandContext()
            .runWithoutAuthorization(new GetDeployedTaskFormCmd(task.getId()))) {
      List<AskedField> fields = new ArrayList<>();
      collect(JSON.readTree(form), false, fields);
      return Optional.of(new AskedForm(List.copyOf(fields)));
    } catch (BadUserRequestException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void collect(JsonNode around, boolean hidden, List<AskedField> fields) {
    for (JsonNode component : around.path("components")) {
      // Nobody can answer what is only shown, so nothing that is sent for it was asked for.
      if (component.path("disabled").asBoolean() || component.path("readonly").asBoolean()) {
        continue;
      }
      boolean maybeHidden = hidden || component.has("conditional");
      if (component.has("key")) {
        fields.add(new AskedField(component, maybeHidden));
      }
      collect(component, maybeHidden, fields);
    }
  }

  Set<String> keys() {
    return fields.stream().map(AskedField::key).collect(Collectors.toSet());
  }

  /**
   * Refuses an answer that the form would not let through.
   *
   * @param checked the fields that a building block checks, and knows better
   */
  void check(VariableMap sent, Set<String> checked) {
    List<FieldFault> faults = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (AskedField field : fields) {
      if (!checked.contains(field.key())) {
        field
            .wrong(value(sent.getValueTyped(field.key())))
            .ifPresent(
                wrong -> {
                  faults.add(new FieldFault(field.key(), wrong));
                  sentences.add("\"%s\": %s %s.".formatted(field.label(), field.key(), wrong));
                });
      }
    }
    if (!faults.isEmpty()) {
      throw Refused.invalid("invalid", String.join(" ", sentences), faults);
    }
  }

  /** What was sent as an object is left as it is, and no field takes it. */
  private static @Nullable Object value(@Nullable TypedValue sent) {
    return sent == null || sent instanceof SerializableValue ? sent : sent.getValue();
  }
}
