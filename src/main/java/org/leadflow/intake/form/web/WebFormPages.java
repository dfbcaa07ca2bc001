package org.leadflow.intake.form.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.leadflow.intake.form.FormField;
import org.leadflow.intake.form.Quarantine;
import org.leadflow.intake.form.WebForm;
import org.leadflow.intake.form.WebForms;
import org.leadflow.intake.form.WebSubmission;
import org.leadflow.intake.form.WebSubmission.State;
import org.leadflow.intake.form.web.WebFormController.NewWebForm;
import org.leadflow.lead.OptionSet;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
  private static final int HELD = 50;

  private final WebForms forms;
  private final Quarantine quarantine;
  private final Validator validator;
  private final WallClock times;

  WebFormPages(WebForms forms, Quarantine quarantine, Validator validator, WallClock times) {
    this.forms = forms;
    this.quarantine = quarantine;
    this.validator = validator;
    this.times = times;
  }

  @GetMapping
  ModelAndView list() {
    return list(WebFormInput.NEW);
  }

  @PostMapping
  ModelAndView create(@ModelAttribute WebFormInput input) {
    return done(
        () -> {
          var form = new NewWebForm(input.formId(), input.written());
          forms.create(valid(form).formId(), valid(form.fields()));
          return "/web-forms/" + form.formId();
        },
        () -> list(input));
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
    return done(
        () -> {
          forms.change(formId, input.ifMatch(), valid(input.written()));
          told.addFlashAttribute("said", "The form is saved.");
          return "/web-forms/" + formId;
        },
        () -> form(forms.get(formId), input, null, visitor));
  }

  @PostMapping("/submissions/{id}/release")
  ModelAndView release(@PathVariable UUID id, RedirectAttributes told) {
    return done(
        () -> {
          WebSubmission released = quarantine.release(id);
          told.addFlashAttribute("released", released.leadId());
          return "/web-forms";
        },
        () -> list(WebFormInput.NEW));
  }

  @PostMapping("/submissions/{id}/discard")
  ModelAndView discard(
      @PathVariable UUID id, @RequestParam String reason, RedirectAttributes told) {
    return done(
        () -> {
          quarantine.discard(id, reason);
          told.addFlashAttribute("said", "The submission is discarded.");
          return "/web-forms";
        },
        () -> list(WebFormInput.NEW));
  }

  private ModelAndView list(WebFormInput input) {
    Page<WebSubmission> held =
        quarantine.page(State.HELD, PageRequest.of(0, HELD, Sort.by("receivedOn", "submissionId")));
    return page("web-forms", input)
        .addObject("forms", forms.page(PageRequest.of(0, MOST, Sort.by("formId"))).getContent())
        .addObject("waiting", held.getTotalElements())
        .addObject(
            "held",
            held.map(
                    each ->
                        new HeldLine(each, times.second(each.receivedOn()), quarantine.typed(each)))
                .getContent());
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

  private <T extends Record> T valid(T written) {
    Set<ConstraintViolation<T>> violations = validator.validate(written);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return written;
  }

  private static ModelAndView done(Supplier<String> work, Supplier<ModelAndView> page) {
    try {
      return new ModelAndView("redirect:" + work.get());
    } catch (Refused refused) {
      return refused(page, refused.status(), refused.getMessage(), refused.faults());
    } catch (ConstraintViolationException invalid) {
      return refused(
          page,
          HttpStatus.UNPROCESSABLE_ENTITY,
          "Some fields are not as they must be.",
          invalid.getConstraintViolations().stream()
              .map(each -> new FieldFault(each.getPropertyPath().toString(), each.getMessage()))
              .sorted(Comparator.comparing(FieldFault::field))
              .toList());
    }
  }

  private static ModelAndView refused(
      Supplier<ModelAndView> page,
      HttpStatusCode status,
      String sentence,
      List<FieldFault> faults) {
    ModelAndView again = page.get();
    again.setStatus(status);
    return again.addObject("refusal", sentence).addObject("faults", faults);
  }
}
