package org.leadflow.intake.form.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.core.WallClock;
import org.leadflow.intake.form.FormField;
import org.leadflow.intake.form.Quarantine;
import org.leadflow.intake.form.Suspicion;
import org.leadflow.intake.form.WebForm;
import org.leadflow.intake.form.WebForms;
import org.leadflow.intake.form.WebSubmission;
import org.leadflow.intake.form.web.WebFormController.NewWebForm;
import org.leadflow.lead.OptionSet;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms as pages: which there are, what they ask for, their HTML, and what was held. */
@PageController
@RequestMapping("/web-forms")
class WebFormPages {

  private static final int MOST = 200;
  private static final Map<Suspicion, String> SUSPICIONS =
      Arrays.stream(Suspicion.values())
          .collect(
              Collectors.toMap(
                  Function.identity(), HeldLine::words, (a, b) -> a, LinkedHashMap::new));

  private final WebForms forms;
  private final Quarantine quarantine;
  private final FormAnswers answers;
  private final WallClock times;

  WebFormPages(WebForms forms, Quarantine quarantine, FormAnswers answers, WallClock times) {
    this.forms = forms;
    this.quarantine = quarantine;
    this.answers = answers;
    this.times = times;
  }

  @GetMapping
  ModelAndView list(@ModelAttribute HeldWanted wanted) {
    return list(WebFormInput.NEW, wanted);
  }

  @PostMapping
  ModelAndView create(@ModelAttribute WebFormInput input) {
    return answers.done(
        () -> {
          var form = new NewWebForm(input.formId(), input.written());
          forms.create(answers.valid(form).formId(), answers.valid(form.fields()));
          return "/web-forms/" + form.formId();
        },
        () -> list(input, HeldWanted.FIRST));
  }

  @GetMapping("/{formId}")
  ModelAndView show(
      @PathVariable String formId,
      @RequestParam(required = false) @Nullable String retURL,
      Locale visitor) {
    WebForm form = forms.get(formId);
    return form(form, WebFormInput.of(form, forms.written(form)), retURL, visitor);
  }

  @PostMapping("/{formId}")
  ModelAndView save(
      @PathVariable String formId,
      @ModelAttribute WebFormInput input,
      Locale visitor,
      RedirectAttributes told) {
    return answers.done(
        () -> {
          forms.change(formId, input.ifMatch(), answers.valid(input.written()));
          told.addFlashAttribute("said", "The form is saved.");
          return "/web-forms/" + formId;
        },
        () -> form(forms.get(formId), input, null, visitor));
  }

  @PostMapping("/submissions/{id}/release")
  ModelAndView release(
      @PathVariable UUID id, @ModelAttribute HeldWanted wanted, RedirectAttributes told) {
    return answers.done(
        () -> {
          WebSubmission released = quarantine.release(id);
          told.addFlashAttribute("released", released.leadId());
          return wanted.path();
        },
        () -> list(WebFormInput.NEW, wanted));
  }

  @PostMapping("/submissions/{id}/discard")
  ModelAndView discard(
      @PathVariable UUID id,
      @RequestParam String reason,
      @ModelAttribute HeldWanted wanted,
      RedirectAttributes told) {
    return answers.done(
        () -> {
          quarantine.discard(id, reason);
          told.addFlashAttribute("said", "The submission is discarded.");
          return wanted.path();
        },
        () -> list(WebFormInput.NEW, wanted));
  }

  @PostMapping("/submissions/{id}/discard-like")
  ModelAndView discardLike(
      @PathVariable UUID id,
      @RequestParam String reason,
      @ModelAttribute HeldWanted wanted,
      RedirectAttributes told) {
    return answers.doneUnlessOvertaken(
        () -> {
          int discarded = quarantine.discardLike(id, reason);
          told.addFlashAttribute(
              "said", String.format(Locale.ENGLISH, "%,d submissions are discarded.", discarded));
          return wanted.path();
        },
        () -> list(WebFormInput.NEW, wanted));
  }

  private ModelAndView list(WebFormInput input, HeldWanted wanted) {
    return page("web-forms", input)
        .addObject("forms", forms.page(PageRequest.of(0, MOST, Sort.by("formId"))).getContent())
        .addObject("suspicions", SUSPICIONS)
        .addObject("wanted", wanted)
        .addObject("held", held(wanted).map(this::line));
  }

  /** The last page when there are no longer so many. */
  private Page<WebSubmission> held(HeldWanted wanted) {
    PageRequest request = wanted.request();
    Page<WebSubmission> found = quarantine.held(wanted.suspicion(), request);
    return request.getPageNumber() < Math.max(1, found.getTotalPages())
        ? found
        : quarantine.held(
            wanted.suspicion(), request.withPage(Math.max(0, found.getTotalPages() - 1)));
  }

  private HeldLine line(WebSubmission each) {
    return new HeldLine(each, times.second(each.receivedOn()), quarantine.typed(each));
  }

  private static ModelAndView form(
      WebForm form, WebFormInput input, @Nullable String retUrl, Locale visitor) {
    String back = form.mayReturnTo(retUrl).orElse(form.returns().stream().findFirst().orElse(null));
    return page("web-form", input)
        .addObject("form", form)
        .addObject("back", back)
        .addObject("address", WebFormController.address(form))
        .addObject("snippet", WebFormController.snippet(form, back, visitor));
  }

  private static ModelAndView page(String view, WebFormInput input) {
    return new ModelAndView(view)
        .addObject("input", input)
        .addObject("known", FormField.values())
        .addObject("words", Words.in("en"))
        .addObject("sources", OptionSet.LEAD_SOURCE.labels());
  }
}
