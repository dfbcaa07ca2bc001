package org.leadflow.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Does what a form on the page of a lead asks for. Refused, the page comes again as the lead is
 * now, with what was typed and what is wrong with it.
 */
@Component
class LeadForms {

  private final FormAnswers answers;
  private final LeadAccess access;
  private final LeadPage page;

  LeadForms(FormAnswers answers, LeadAccess access, LeadPage page) {
    this.answers = answers;
    this.access = access;
    this.page = page;
  }

  /**
   * @param form its name on the page
   * @param work does it and answers what to tell about it
   */
  ModelAndView done(
      UUID leadId,
      String form,
      Map<String, String> typed,
      RedirectAttributes told,
      Supplier<String> work) {
    var refusal = new AtomicReference<Refused>();
    ModelAndView answer =
        answers.doneUnlessOvertaken(
            () -> {
              try {
                told.addFlashAttribute("told", work.get());
              } catch (Refused refused) {
                refusal.set(refused);
                throw refused;
              }
              return access.isVisible(leadId) ? "/leads/" + leadId : "/leads";
            },
            () -> page.of(leadId));
    if (answer.getModel().get("faults") instanceof List<?> faults) {
      Map<String, Object> details = refusal.get() == null ? Map.of() : refusal.get().details();
      answer.addObject(
          "said",
          Said.of(form, typed, faults.stream().map(FieldFault.class::cast).toList(), details));
    }
    return answer;
  }

  /** The same for what is decided about the lead as the reader saw it. */
  ModelAndView decided(
      UUID leadId,
      String form,
      Map<String, String> typed,
      RedirectAttributes told,
      Supplier<String> done,
      Supplier<Deciding.Decision> decision) {
    return done(
        leadId,
        form,
        typed,
        told,
        () -> {
          requireSeen(access.require(leadId, Privilege.READ), new FormFields(typed));
          decision.get().carryOut(leadId);
          return done.get();
        });
  }

  private static void requireSeen(Lead lead, FormFields fields) {
    Integer seen = fields.number("version");
    if (seen == null || lead.version() == null || lead.version() != seen.longValue()) {
      throw new Refused(
          HttpStatus.PRECONDITION_FAILED,
          "stale-version",
          "The lead was changed since you opened the page. Below it stands as it is now, and what"
              + " you typed is still there: look, and send it again.",
          List.of());
    }
  }
}
