package org.leadflow.process.deadline;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.deadline.Deadlines;
import org.leadflow.deadline.Timetable;
import org.leadflow.lead.Lead;
import org.leadflow.process.qualification.LeadQualification;
import org.springframework.stereotype.Component;

/** The timers on the task <em>Work lead</em>, each set to what comes next of its kind. */
@Component
class WorkTimers {

  static final String REMINDER = LeadQualification.REMINDER_DUE;
  static final String MISSED = LeadQualification.DEADLINE_MISSED;
  static final String LAPSED = LeadQualification.LEAD_LAPSES;

  private static final Map<String, String> VARIABLES = LeadQualification.TIMERS;

  private final Deadlines deadlines;
  private final TaskService tasks;
  private final ManagementService management;

  WorkTimers(Deadlines deadlines, TaskService tasks, ManagementService management) {
    this.deadlines = deadlines;
    this.tasks = tasks;
    this.management = management;
  }

  /** The engine's clock, by which its timers go. */
  static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** What the timers ask for. */
  static Set<String> variables() {
    return Set.copyOf(VARIABLES.values());
  }

  /** Tells the timers of a task that is about to begin when to come. */
  void prepare(VariableScope process, Lead lead) {
    times(lead).forEach(process::setVariable);
  }

  /** When the timers are to come, by variable. */
  Map<String, Object> times(Lead lead) {
    Timetable next = timetable(lead);
    Map<String, Object> times = new HashMap<>();
    VARIABLES.forEach((timer, variable) -> times.put(variable, Date.from(on(timer, next))));
    return times;
  }

  /** A timer that came is set once more when another deadline of the lead needs it. */
  void again(DelegateExecution execution, String timer, Lead lead) {
    Instant next = on(timer, timetable(lead));
    ExecutionEntity process = ((ExecutionEntity) execution).getProcessInstance();
    for (PvmExecution each : process.findExecutions(LeadQualification.WORK_LEAD)) {
      var work = (ExecutionEntity) each;
      process.setVariable(VARIABLES.get(timer), Date.from(next));
      TimerDeclarationImpl.getDeclarationsForScope(work.getActivity())
          .get(timer)
          .createTimerInstance(work);
    }
  }

  /** Moves what is set already, because the lead has another owner or was contacted elsewhere. */
  void move(Lead lead) {
    for (Task task : work(lead)) {
      Timetable next = timetable(lead);
      VARIABLES
          .keySet()
          .forEach(
              timer ->
                  jobs(task, timer)
                      .forEach(
                          job ->
                              management.setJobDuedate(job.getId(), Date.from(on(timer, next)))));
      if (next.dueOn() != null) {
        task.setDueDate(Date.from(next.dueOn()));
        task.setFollowUpDate(next.followUpOn() == null ? null : Date.from(next.followUpOn()));
        tasks.saveTask(task);
      }
    }
  }

  /** Shows in Tasklist how urgent the task has become, and to whom it was told. */
  void mark(Lead lead, int priority, Set<String> told) {
    for (Task task : work(lead)) {
      if (task.getPriority() < priority) {
        tasks.setPriority(task.getId(), priority);
      }
      told.forEach(manager -> tasks.addCandidateUser(task.getId(), manager));
    }
  }

  private List<Job> jobs(Task task, String timer) {
    return management
        .createJobQuery()
        .processInstanceId(task.getProcessInstanceId())
        .activityId(timer)
        .list();
  }

  private List<Task> work(Lead lead) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(lead.leadId().toString())
        .taskDefinitionKey(LeadQualification.WORK_LEAD)
        .list();
  }

  private Timetable timetable(Lead lead) {
    return Timetable.of(deadlines.of(lead), now());
  }

  private static Instant on(String timer, Timetable next) {
    return switch (timer) {
      case REMINDER -> next.remindOn();
      case MISSED -> next.missOn();
      default -> next.lapseOn();
    };
  }
}
