package org.leadflow.console;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Privilege;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.core.PageSettings;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.activity.Activities;
import org.leadflow.lead.activity.ActivityFields;
import org.leadflow.lead.activity.ActivityType;
import org.leadflow.lead.activity.LeadActivity;
import org.leadflow.lead.note.NoteFields;
import org.leadflow.lead.note.Notes;
import org.leadflow.organization.Organization;
import org.leadflow.organization.User;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person adds to a lead on its page: notes, and what is to be done or was. */
@PageController
@RequestMapping("/leads/{leadId}")
class LeadAdditions {

  private static final int LAST_YEAR = 9999;

  private final LeadForms forms;
  private final LeadAccess access;
  private final LeadRecords leads;
  private final Notes notes;
  private final Activities activities;
  private final Organization organization;
  private final FormAnswers answers;
  private final TransactionTemplate transaction;
  private final ZoneId zone;

  LeadAdditions(
      LeadForms forms,
      LeadAccess access,
      LeadRecords leads,
      Notes notes,
      Activities activities,
      Organization organization,
      FormAnswers answers,
      TransactionTemplate transaction,
      PageSettings settings) {
    this.forms = forms;
    this.access = access;
    this.leads = leads;
    this.notes = notes;
    this.activities = activities;
    this.organization = organization;
    this.answers = answers;
    this.transaction = transaction;
    this.zone = settings.zone();
  }

  @PostMapping("/notes")
  ModelAndView note(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    var fields = new FormFields(typed);
    return forms.done(
        leadId,
        "note",
        typed,
        told,
        () -> {
          var note = answers.valid(new NoteFields(fields.text("subject"), fields.text("text")));
          with(leadId, lead -> notes.add(leadId, note));
          return "The note is added.";
        });
  }

  @PostMapping("/activities")
  ModelAndView activity(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return forms.done(
        leadId,
        "activity",
        typed,
        told,
        () -> {
          ActivityFields activity = answers.valid(activity(new FormFields(typed)));
          with(leadId, lead -> activities.add(open(lead).leadId(), activity));
          return "The activity is planned.";
        });
  }

  @PostMapping("/activities/{activityId}/complete")
  ModelAndView complete(
      @PathVariable UUID leadId, @PathVariable UUID activityId, RedirectAttributes told) {
    return forms.done(
        leadId,
        "complete",
        Map.of(),
        told,
        () -> {
          with(leadId, lead -> activities.complete(open(lead), notYetDone(leadId, activityId)));
          return "Noted: the activity is done.";
        });
  }

  @PostMapping("/activities/{activityId}/cancel")
  ModelAndView cancel(
      @PathVariable UUID leadId, @PathVariable UUID activityId, RedirectAttributes told) {
    return forms.done(
        leadId,
        "cancel",
        Map.of(),
        told,
        () -> {
          with(
              leadId,
              lead -> {
                open(lead);
                activities.cancel(notYetDone(leadId, activityId));
              });
          return "The activity is canceled.";
        });
  }

  private ActivityFields activity(FormFields fields) {
    String type = fields.given("type", fields.text("type"));
    var due = fields.time("scheduledEnd", zone);
    fields.requireReadable();
    if (due != null && due.atZone(zone).getYear() > LAST_YEAR) {
      throw Refused.invalid("scheduledEnd", "must be in the years to come, to 9999");
    }
    String owner = fields.text("ownerId");
    if (owner != null && organization.user(owner).filter(User::active).isEmpty()) {
      throw Refused.invalid("owner", "must be an active user");
    }
    return new ActivityFields(
        type(type), fields.text("subject"), fields.text("description"), due, owner);
  }

  private static ActivityType type(String name) {
    try {
      return ActivityType.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw Refused.invalid("type", "must be one of the list");
    }
  }

  private LeadActivity notYetDone(UUID leadId, UUID activityId) {
    LeadActivity activity =
        activities
            .find(leadId, activityId)
            .orElseThrow(() -> new NotVisible("activity", activityId));
    if (!activity.isOpen()) {
      throw Refused.conflict(
          "activity-closed",
          "The activity is " + activity.state().label() + " and stays as it is.");
    }
    return activity;
  }

  private static Lead open(Lead lead) {
    if (!lead.isOpen()) {
      throw Refused.conflict(
          "lead-closed",
          "The lead is " + lead.state().label() + " and read-only until it is reactivated.");
    }
    return lead;
  }

  private void with(UUID leadId, Consumer<Lead> work) {
    transaction.executeWithoutResult(
        status -> {
          access.require(leadId, Privilege.APPEND);
          work.accept(leads.locked(leadId));
        });
  }
}
