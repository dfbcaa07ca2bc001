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

  @PostMapping("/qualify")
  ModelAndView qualify(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return forms.decided(
        leadId,
        "qualify",
        typed,
        told,
        () ->
            deciding.isOpen(leadId)
                ? "A manager was asked to approve it; the lead is qualified then."
                : "The lead is qualified.",
        () -> deciding.qualify(new FormFields(typed)));
  }

  @PostMapping("/disqualify")
  ModelAndView disqualify(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return decided(
        leadId, "disqualify", typed, told, "The lead is disqualified.", deciding::disqualify);
  }

  @PostMapping("/assign")
  ModelAndView assign(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return decided(leadId, "assign", typed, told, "The lead has its new owner.", deciding::assign);
  }

  @PostMapping("/reactivate")
  ModelAndView reactivate(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return decided(
        leadId,
        "reactivate",
        typed,
        told,
        "The lead is Open again.",
        fields -> deciding.reactivate());
  }

  @PostMapping("/contacted")
  ModelAndView contacted(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return decided(
        leadId,
        "contacted",
        typed,
        told,
        "Noted: the lead was contacted.",
        fields -> deciding.answer(new Answer.Contacted()));
  }

  @PostMapping("/wait")
  ModelAndView waits(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return decided(
        leadId,
        "wait",
        typed,
        told,
        "Noted: the work goes on at that day.",
        fields -> {
          LocalDate until = fields.given("until", fields.day("until"));
          fields.requireReadable();
          return deciding.answer(new Answer.Waiting(until));
        });
  }

  @PostMapping("/hand-back")
  ModelAndView handBack(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return decided(
        leadId,
        "hand-back",
        typed,
        told,
        "The lead is back at the lead desk.",
        fields ->
            deciding.answer(
                new Answer.HandBack(
                    answers.valid(new Deciding.Words(fields.text("comment"))).comment())));
  }

  @PostMapping("/undo-qualification")
  ModelAndView undo(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return decided(
        leadId,
        "undo",
        typed,
        told,
        "The qualification is undone; the lead is Open as it was.",
        fields ->
            id -> {
              access.require(id, Privilege.WRITE);
              if (undo.undo(id) instanceof Verdict.No no) {
                throw no.refused();
              }
            });
  }

  private ModelAndView decided(
      UUID leadId,
      String form,
      Map<String, String> typed,
      RedirectAttributes told,
      String done,
      Understanding decision) {
    return forms.decided(
        leadId, form, typed, told, () -> done, () -> decision.of(new FormFields(typed)));
  }

  private interface Understanding {
    Deciding.Decision of(FormFields fields);
  }
}
