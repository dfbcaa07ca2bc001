package org.leadflow.lead;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.AuditEntry.Action;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an answer about missing data comes in, by the same rules as a change of the lead. One given
 * at a door other than Tasklist is told to the process, which carries it out exactly as if it had
 * been given there, before this returns.
 */
@Service
public class DataCompletion {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final MissingData missing;
  private final RequiredFields required;
  private final Validator validator;
  private final ApplicationEventPublisher events;

  DataCompletion(
      LeadAccess access,
      LeadRecords leads,
      MissingData missing,
      RequiredFields required,
      Validator validator,
      ApplicationEventPublisher events) {
    this.access = access;
    this.leads = leads;
    this.missing = missing;
    this.required = required;
    this.validator = validator;
    this.events = events;
  }

  /**
   * Carries the answer out.
   *
   * @param ifMatch the version the caller has seen, null when he does not care
   * @return the lead as it is now
   * @throws Refused as {@link #check}, and when nobody is asked
   */
  @Transactional
  public Lead answer(UUID leadId, @Nullable String ifMatch, DataAnswer answer) {
    access.require(leadId, Privilege.WRITE);
    Versions.check(ifMatch, leads.locked(leadId).version());
    check(leadId, answer);
    events.publishEvent(new DataAnswer.Given(leadId, answer));
    return leads.get(leadId);
  }

  /**
   * Whether the caller may give this answer now; the lead is held from here on.
   *
   * @throws Refused naming all fields that are not as they must be
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void check(UUID leadId, DataAnswer answer) {
    access.require(leadId, Privilege.WRITE);
    Lead lead = leads.locked(leadId);
    if (!lead.isOpen()) {
      throw closed(lead);
    }
    if (answer instanceof DataAnswer.Found found) {
      check(with(lead.fields(), found));
    }
  }

  private void check(LeadFields fields) {
    List<FieldFault> faults =
        Stream.concat(
                validator.validate(fields).stream()
                    .map(
                        fault ->
                            new FieldFault(fault.getPropertyPath().toString(), fault.getMessage())),
                required.faults(fields).stream())
            .toList();
    Refused.ifAny(faults);
    if (missing.isIncomplete(fields)) {
      throw Refused.invalid(
          "invalid",
          "There is nothing in it: fill in what you found, or say that there is nothing.",
          List.of());
    }
  }

  /** Writes what was found to the lead, or that nothing was, with its line in the trail. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(UUID leadId, DataAnswer answer) {
    Lead lead = leads.locked(leadId);
    if (answer instanceof DataAnswer.Found found) {
      LeadFields fields = with(lead.fields(), found);
      if (leads.change(leadId, lead.version(), fields, Set.of())
          instanceof LeadRecords.Change.Closed closed) {
        throw closed(closed.lead());
      }
    } else {
      leads.tell(lead, Action.LEFT_AS_IT_IS, "nothing found");
    }
  }

  /**
   * Notes that nobody answered in time. Like every door it holds the lead before anything else is
   * written, so that a change of the lead at the same moment waits and nobody waits crosswise.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void isOver(UUID leadId) {
    Lead lead = leads.locked(leadId);
    if (!lead.isOpen()) {
      throw closed(lead);
    }
    leads.tell(lead, Action.LEFT_AS_IT_IS, "nothing found in time");
  }

  private static LeadFields with(LeadFields fields, DataAnswer.Found found) {
    Map<String, @Nullable Object> all = Records.values(fields);
    Records.values(found)
        .forEach(
            (field, value) -> {
              if (value != null && !value.toString().isBlank()) {
                all.put(field, value.toString().strip());
              }
            });
    return Records.of(LeadFields.class, all);
  }

  private static Refused closed(Lead lead) {
    return Refused.conflict("lead-closed", "The lead is " + lead.state().label() + ".");
  }
}
