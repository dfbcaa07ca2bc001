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

  @PostMapping("/{action:approve|send-back|accept|decline|complete-data}")
  ModelAndView answer(
      @PathVariable UUID leadId,
      @PathVariable String action,
      @RequestParam Map<String, String> typed,
      RedirectAttributes told) {
    return forms.decided(
        leadId,
        action,
        typed,
        told,
        () -> done(action, typed),
        () -> decision(action, new FormFields(typed), typed));
  }

  /** What is typed is read, and refused, before anything is carried out. */
  private Deciding.Decision decision(String action, FormFields fields, Map<String, String> typed) {
    return switch (action) {
      case "approve" -> leadId -> approvals.answer(leadId, new ApprovalAnswer.Approved());
      case "send-back" -> {
        var answer = new ApprovalAnswer.SentBack(why(fields));
        yield leadId -> approvals.answer(leadId, answer);
      }
      case "accept" -> leadId -> offers.answer(leadId, new OfferAnswer.Accepted(isByTeam(typed)));
      case "decline" -> {
        var answer = new OfferAnswer.Declined(why(fields));
        yield leadId -> offers.answer(leadId, answer);
      }
      default -> {
        DataAnswer answer = data(fields);
        yield leadId -> completion.answer(leadId, null, answer);
      }
    };
  }

  private static String done(String action, Map<String, String> typed) {
    return switch (action) {
      case "approve" -> "It is approved, and the lead is qualified.";
      case "send-back" -> "The lead is sent back to its owner.";
      case "accept" -> isByTeam(typed) ? "The lead is your team's." : "The lead is yours.";
      case "decline" -> "Noted: you do not take this lead.";
      default -> "Noted: the lead goes on.";
    };
  }

  private static boolean isByTeam(Map<String, String> typed) {
    return "team".equals(typed.get("workedBy"));
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
}
