package org.leadflow.console;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.lead.LeadAccess;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Undo;
import org.leadflow.qualification.Verdict;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about a lead on its page. */
@PageController
@RequestMapping("/leads/{leadId}")
class LeadActions {

  private final LeadForms forms;
  private final Deciding deciding;
  private final Undo undo;
  private final LeadAccess access;
  private final FormAnswers answers;

  LeadActions(
      LeadForms forms, Deciding deciding, Undo undo, LeadAccess access, FormAnswers answers) {
    this.forms = forms;
    this.deciding = deciding;
    this.undo = undo;
    this.access = access;
    this.answers = answers;
  }

  @PostMapping(
      "/{action:qualify|disqualify|assign|reactivate|contacted|wait|hand-back|undo-qualification}")
  ModelAndView decide(
      @PathVariable UUID leadId,
      @PathVariable String action,
      @RequestParam Map<String, String> typed,
      RedirectAttributes told) {
    return forms.decided(
        leadId,
        action,
        typed,
        told,
        () -> done(action, leadId),
        () -> decision(action, new FormFields(typed)));
  }

  private Deciding.Decision decision(String action, FormFields fields) {
    return switch (action) {
      case "qualify" -> deciding.qualify(fields);
      case "disqualify" -> deciding.disqualify(fields);
      case "assign" -> deciding.assign(fields);
      case "reactivate" -> deciding.reactivate();
      case "contacted" -> deciding.answer(new Answer.Contacted());
      case "wait" -> waits(fields);
      case "hand-back" -> handBack(fields);
      default -> this::undo;
    };
  }

  private Deciding.Decision waits(FormFields fields) {
    LocalDate until = fields.given("until", fields.day("until"));
    fields.requireReadable();
    return deciding.answer(new Answer.Waiting(until));
  }

  private Deciding.Decision handBack(FormFields fields) {
    String comment = answers.valid(new Deciding.Words(fields.text("comment"))).comment();
    return deciding.answer(new Answer.HandBack(comment));
  }

  private void undo(UUID leadId) {
    access.require(leadId, Privilege.WRITE);
    if (undo.undo(leadId) instanceof Verdict.No no) {
      throw no.refused();
    }
  }

  private String done(String action, UUID leadId) {
    return switch (action) {
      case "qualify" ->
          deciding.isOpen(leadId)
              ? "A manager was asked to approve it; the lead is qualified then."
              : "The lead is qualified.";
      case "disqualify" -> "The lead is disqualified.";
      case "assign" -> "The lead has its new owner.";
      case "reactivate" -> "The lead is Open again.";
      case "contacted" -> "Noted: the lead was contacted.";
      case "wait" -> "Noted: the work goes on at that day.";
      case "hand-back" -> "The lead is back at the lead desk.";
      default -> "The qualification is undone; the lead is Open as it was.";
    };
  }
}
