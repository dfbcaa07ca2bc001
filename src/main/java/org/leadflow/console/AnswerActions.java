package org.leadflow.console;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.core.StorableText;
import org.leadflow.lead.DataAnswer;
import org.leadflow.lead.DataCompletion;
import org.leadflow.offer.OfferAnswer;
import org.leadflow.offer.OfferAnswering;
import org.leadflow.qualification.approval.ApprovalAnswer;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person answers on the page of a lead that waits for it. */
@PageController
@RequestMapping("/leads/{leadId}")
class AnswerActions {

  private final LeadForms forms;
  private final FormAnswers answers;
  private final Approvals approvals;
  private final OfferAnswering offers;
  private final DataCompletion completion;

  AnswerActions(
      LeadForms forms,
      FormAnswers answers,
      Approvals approvals,
      OfferAnswering offers,
      DataCompletion completion) {
    this.forms = forms;
    this.answers = answers;
    this.approvals = approvals;
    this.offers = offers;
    this.completion = completion;
  }

  /** Why not, in a person's words, which are asked for. */
  @StorableText
  record WhyNot(@NotBlank @Size(max = 1000) @Nullable String because) {}

  @PostMapping("/approve")
  ModelAndView approve(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return answered(
        leadId,
        "approve",
        typed,
        told,
        "It is approved, and the lead is qualified.",
        fields -> id -> approvals.answer(id, new ApprovalAnswer.Approved()));
  }

  @PostMapping("/send-back")
  ModelAndView sendBack(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return answered(
        leadId,
        "send-back",
        typed,
        told,
        "The lead is sent back to its owner.",
        fields -> {
          String why = why(fields);
          return id -> approvals.answer(id, new ApprovalAnswer.SentBack(why));
        });
  }

  @PostMapping("/accept")
  ModelAndView accept(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    boolean byTeam = "team".equals(typed.get("workedBy"));
    return answered(
        leadId,
        "accept",
        typed,
        told,
        byTeam ? "The lead is your team's." : "The lead is yours.",
        fields -> id -> offers.answer(id, new OfferAnswer.Accepted(byTeam)));
  }

  @PostMapping("/decline")
  ModelAndView decline(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return answered(
        leadId,
        "decline",
        typed,
        told,
        "Noted: you do not take this lead.",
        fields -> {
          String why = why(fields);
          return id -> offers.answer(id, new OfferAnswer.Declined(why));
        });
  }

  @PostMapping("/complete-data")
  ModelAndView completeData(
      @PathVariable UUID leadId, @RequestParam Map<String, String> typed, RedirectAttributes told) {
    return answered(
        leadId,
        "complete-data",
        typed,
        told,
        "Noted: the lead goes on.",
        fields -> {
          DataAnswer answer = data(fields);
          return id -> completion.answer(id, null, answer);
        });
  }

  private static DataAnswer data(FormFields fields) {
    return fields.text("nothing") != null
        ? new DataAnswer.NothingFound()
        : new DataAnswer.Found(
            fields.text("companyName"),
            fields.text("emailAddress1"),
            fields.text("telephone1"),
            null,
            fields.text("websiteUrl"),
            fields.text("address1City"),
            fields.text("address1Country"));
  }

  private String why(FormFields fields) {
    return answers.valid(new WhyNot(fields.text("because"))).because().strip();
  }

  private ModelAndView answered(
      UUID leadId,
      String form,
      Map<String, String> typed,
      RedirectAttributes told,
      String done,
      Understanding answer) {
    return forms.decided(
        leadId, form, typed, told, () -> done, () -> answer.of(new FormFields(typed)));
  }

  private interface Understanding {
    Deciding.Decision of(FormFields fields);
  }
}
