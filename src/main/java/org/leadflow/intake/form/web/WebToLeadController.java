package org.leadflow.intake.form.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Busy;
import org.leadflow.intake.form.FormField;
import org.leadflow.intake.form.Posted;
import org.leadflow.intake.form.WebForm;
import org.leadflow.intake.form.WebForms;
import org.leadflow.intake.form.WebToLead;
import org.leadflow.intake.form.WebToLead.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/**
 * The one door without a login: a form for anybody, on our page or on somebody's own site. Nothing
 * here says whether a lead is known, who has it, or whether a submission is held.
 */
@Controller
@RequestMapping("/web-to-lead/{formId}")
class WebToLeadController {

  /** Says of a request why not all of its fields were read. */
  private static final String CUT_OFF = Globals.PARAMETER_PARSE_FAILED_REASON_ATTR;

  private static final Set<String> TOO_MUCH = Set.of("POST_TOO_LARGE", "TOO_MANY_PARAMETERS");

  private static final Logger log = LoggerFactory.getLogger(WebToLeadController.class);
  private static final String PAGE = "web-to-lead";

  /** Our own pages send it along, and are answered by our own page. */
  private static final String OURS = "lf_page";

  private final WebForms forms;
  private final WebToLead webToLead;

  WebToLeadController(WebForms forms, WebToLead webToLead) {
    this.forms = forms;
    this.webToLead = webToLead;
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String formId,
      @RequestParam MultiValueMap<String, String> query,
      Locale visitor) {
    Map<String, String> all = query.toSingleValueMap();
    return forms
        .open(formId)
        .map(form -> form(form, visitor, Posted.ofAddress(form, all), Map.of()))
        .orElseGet(() -> none(visitor));
  }

  /** Fills in the token of a form on somebody's own site. */
  @GetMapping(path = "/token.js")
  ResponseEntity<String> token(@PathVariable String formId) {
    Optional<WebForm> form = forms.open(formId);
    if (form.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    String script =
        "document.querySelectorAll('form[action$=\"/web-to-lead/%s\"] input[name=%s]').forEach(function (field) { field.value = '%s'; });"
            .formatted(formId, Posted.TOKEN, webToLead.token(form.get()));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .body(script);
  }

  @PostMapping(
      consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
  ModelAndView submit(
      @PathVariable String formId,
      @RequestParam MultiValueMap<String, String> posted,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale visitor) {
    WebForm form = forms.open(formId).orElse(null);
    if (form == null) {
      return none(visitor);
    }
    if (TOO_MUCH.contains(String.valueOf(request.getAttribute(CUT_OFF)))) {
      ModelAndView page = page(form, visitor, "tooLarge");
      page.setStatus(HttpStatus.PAYLOAD_TOO_LARGE);
      return page;
    }
    Map<String, String> all = posted.toSingleValueMap();
    // A question of somebody's own site may have several answers.
    posted.forEach(
        (name, answers) -> {
          if (answers.size() > 1 && !isAsked(form, name)) {
            all.put(name, several(answers));
          }
        });
    Answer answer = webToLead.submit(form, Posted.of(form, all, NetworkAddress.of(request)));
    if (answer instanceof Answer.Wrong wrong) {
      ModelAndView page = form(form, visitor, all, wrong.faults());
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return page;
    }
    return answered(form, answer, all, visitor, response);
  }

  @PostMapping("/confirm")
  ModelAndView confirm(
      @PathVariable String formId,
      @RequestParam MultiValueMap<String, String> posted,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale visitor) {
    WebForm form = forms.open(formId).orElse(null);
    if (form == null) {
      return none(visitor);
    }
    Map<String, String> all = posted.toSingleValueMap();
    Answer answer =
        webToLead.confirm(
            form, id(all.get("submission")), all.get(Posted.TOKEN), NetworkAddress.of(request));
    return answered(form, answer, all, visitor, response);
  }

  /** Nothing is stored while the database has no time; what somebody typed is in his browser. */
  @ExceptionHandler
  ModelAndView busy(RuntimeException failure, HttpServletResponse response, Locale visitor) {
    if (!Busy.is(failure)) {
      throw failure;
    }
    log.warn("The database did not answer for a form", failure);
    ModelAndView page = tooMuch(null, Duration.ofSeconds(5), visitor, response);
    page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
    return page;
  }

  /** Leads on at once where the visitor came from a page that said where to. */
  @GetMapping("/thanks")
  ModelAndView thanks(
      @PathVariable String formId,
      @RequestParam(name = Posted.RETURN, required = false) @Nullable String wanted,
      Locale visitor) {
    WebForm form = forms.open(formId).orElse(null);
    if (form == null) {
      return none(visitor);
    }
    String onward = form.mayReturnTo(wanted).orElse(null);
    return page(form, visitor, "thanks")
        .addObject("onward", onward)
        .addObject(
            "back", onward == null ? form.returns().stream().findFirst().orElse(null) : onward);
  }

  private ModelAndView answered(
      WebForm form,
      Answer answer,
      Map<String, String> posted,
      Locale visitor,
      HttpServletResponse response) {
    if (answer instanceof Answer.Later later) {
      return tooMuch(form, later.after(), visitor, response);
    }
    if (answer instanceof Answer.Unknown) {
      ModelAndView page = page(form, visitor, "unknown");
      page.setStatus(HttpStatus.GONE);
      return page;
    }
    String back = form.mayReturnTo(posted.get(Posted.RETURN)).orElse(null);
    if (answer instanceof Answer.Confirm confirm) {
      return page(form, visitor, "confirm")
          .addObject("submission", confirm.submissionId())
          .addObject("token", webToLead.token(form, confirm.submissionId()))
          .addObject("back", back);
    }
    // The policy of our pages lets no form end on another site, so those go by our thanks.
    boolean byOurThanks = back == null || posted.containsKey(OURS);
    var there = new RedirectView(byOurThanks ? thanks(form, back) : back, byOurThanks);
    there.setStatusCode(HttpStatus.SEE_OTHER);
    there.setExpandUriTemplateVariables(false);
    there.setExposeModelAttributes(false);
    return new ModelAndView(there);
  }

  private static String thanks(WebForm form, @Nullable String back) {
    String ours = "/web-to-lead/" + form.formId() + "/thanks";
    return back == null
        ? ours
        : ours + "?" + Posted.RETURN + "=" + UriUtils.encode(back, StandardCharsets.UTF_8);
  }

  private ModelAndView form(
      WebForm form, Locale visitor, Map<String, String> typed, Map<String, String> faults) {
    Map<FormField, Boolean> fields = new LinkedHashMap<>();
    form.formFields().forEach(field -> fields.put(field, form.requires(field)));
    return page(form, visitor, "form")
        .addObject("fields", fields)
        .addObject("typed", typed)
        .addObject("along", Posted.along(form, typed))
        .addObject("faults", faults)
        .addObject("token", webToLead.token(form));
  }

  private static boolean isAsked(WebForm form, String name) {
    return name.startsWith("lf_") || name.equals(Posted.RETURN) || form.asks(name);
  }

  private static String several(List<String> answers) {
    return answers.stream()
        .filter(answer -> answer != null && !answer.isBlank())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static ModelAndView tooMuch(
      @Nullable WebForm form, Duration after, Locale visitor, HttpServletResponse response) {
    long seconds = Math.max(1, after.plusMillis(999).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    ModelAndView page = page(form, visitor, "later");
    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    return page;
  }

  private static ModelAndView none(Locale visitor) {
    ModelAndView page = page(null, visitor, "none");
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }

  private static ModelAndView page(@Nullable WebForm form, Locale visitor, String part) {
    String language = Words.language(form, visitor);
    return new ModelAndView(PAGE)
        .addObject("part", part)
        .addObject("form", form)
        .addObject("language", language)
        .addObject("words", Words.in(language));
  }

  private static @Nullable UUID id(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
