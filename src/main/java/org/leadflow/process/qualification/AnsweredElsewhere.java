package org.leadflow.process.qualification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.process.Refusals;
import org.leadflow.process.offer.LeadOffer;
import org.leadflow.process.waiting.WaitingLeads;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.LeadAnswered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries an answer from the API to the task in which Tasklist would have given it. */
@Component
class AnsweredElsewhere {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final WaitingLeads waiting;

  AnsweredElsewhere(TaskService tasks, RuntimeService runtime, WaitingLeads waiting) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.waiting = waiting;
  }

  @EventListener
  void answer(LeadAnswered answered) {
    if (answered.answer() instanceof Answer.Disqualified given
        && waiting.isDisqualified(answered.leadId(), WorkLeadForm.write(given))) {
      return;
    }
    Task task = workTask(answered.leadId());
    if (answered.answer() instanceof Answer.Qualified given) {
      requireItsProcess(given.request().processInstanceId(), answered.leadId());
    }
    Map<String, Object> answer = WorkLeadForm.write(answered.answer());
    Refusals.unwrapped(() -> tasks.complete(task.getId(), answer));
  }

  private void requireItsProcess(@Nullable String processInstanceId, UUID leadId) {
    if (processInstanceId != null
        && runtime
                .createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .processInstanceBusinessKey(leadId.toString())
                .count()
            == 0) {
      throw Refused.invalid(
          "invalid",
          "The lead is in another process.",
          List.of(new FieldFault("processInstanceId", "is not the process of this lead")));
    }
  }

  private Task workTask(UUID leadId) {
    Map<String, Task> open = new HashMap<>();
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(leadId.toString())
        .list()
        .forEach(task -> open.put(task.getTaskDefinitionKey(), task));
    if (open.containsKey(LeadQualification.WORK_LEAD)) {
      return open.get(LeadQualification.WORK_LEAD);
    }
    if (open.containsKey(LeadOffer.ANSWER_OFFER)) {
      throw Refused.conflict(
          "offer-open", "The lead is offered to a partner, who has to accept it first.");
    }
    if (open.containsKey(LeadQualification.APPROVE_CONVERSION)) {
      throw Refused.conflict(
          "waiting-for-approval",
          "The lead waits for a manager's approval; he may send it back to you.");
    }
    throw Refused.conflict(
        "not-assigned",
        open.isEmpty()
            ? "Nobody works this lead yet: it waits for routing. Assign it first."
            : "Nobody works this lead now: it waits for an answer to \"%s\"."
                .formatted(
                    open.values().stream()
                        .map(Task::getName)
                        .collect(Collectors.joining("\", \""))));
  }
}
