package org.leadflow.intake.form.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Envelope;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.intake.form.Snippet;
import org.leadflow.intake.form.WebForm;
import org.leadflow.intake.form.WebFormFields;
import org.leadflow.intake.form.WebForms;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The forms by which anybody leaves a lead, for those who look after them. */
@RestController
@RequestMapping("/api/web-forms")
@Tag(name = "Web-to-lead")
class WebFormController {

  private final WebForms forms;
  private final Validator validator;

  WebFormController(WebForms forms, Validator validator) {
    this.forms = forms;
    this.validator = validator;
  }

  @GetMapping
  @Operation(
      summary = "List the forms, by name",
      description = "Managers and those who run the product.")
  PageView<WebFormRecord> list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return PageView.of(
        forms.page(PageView.request(page, size, Sort.by("formId"))).map(this::record));
  }

  @GetMapping("/{formId}")
  @Operation(summary = "One form")
  ResponseEntity<WebFormRecord> read(@PathVariable String formId) {
    return answer(HttpStatus.OK, forms.get(formId));
  }

  @PostMapping
  @Operation(
      summary = "Create a form",
      description =
          """
          Anybody can fill it at /web-to-lead/{formId} from then on, or on a site that carries its snippet. Fields have
          the names that web forms use: salutation, first_name, last_name, email, phone, mobile, company, title, street,
          zip, city, state, country, URL, industry, employees, subject, description. Besides, every form takes
          lead_source, Campaign_ID, utm_source, utm_medium, utm_campaign and retURL; our own page takes them from the
          query of its address.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      value =
                          """
                          {"formId": "contact", "title": "Contact", "active": true,
                           "fields": ["first_name", "last_name", "email", "company", "description"],
                           "required": ["email"], "leadSourceCode": 8,
                           "returnUrls": ["https://www.example.com/thanks"]}
                          """)))
  ResponseEntity<WebFormRecord> create(@RequestBody NewWebForm form) {
    // Checked here, so that the refusal names fields as they are sent.
    Set<ConstraintViolation<NewWebForm>> violations = validator.validate(form);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return answer(HttpStatus.CREATED, forms.create(form.formId(), form.fields()));
  }

  @PutMapping("/{formId}")
  @Operation(
      summary = "Replace what is written of a form",
      description =
          "Send the ETag of the form as If-Match. With active false nobody can fill it any more.")
  ResponseEntity<WebFormRecord> change(
      @PathVariable String formId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody WebFormFields fields) {
    return answer(HttpStatus.OK, forms.change(formId, ifMatch, fields));
  }

  @GetMapping("/{formId}/snippet")
  @Operation(
      summary = "The form as HTML for one's own web site",
      description =
          "Its script fetches a token; where scripts do not run, the visitor is asked to confirm with one click.")
  SnippetView snippet(
      @PathVariable String formId,
      @RequestParam(required = false) @Nullable String retURL,
      Locale visitor) {
    WebForm form = forms.get(formId);
    if (retURL != null && form.mayReturnTo(retURL).isEmpty()) {
      throw Refused.invalid("retURL", "is not among the returnUrls of the form");
    }
    return new SnippetView(snippet(form, retURL, visitor));
  }

  static String snippet(WebForm form, @Nullable String retUrl, Locale visitor) {
    return Snippet.of(form, address(form), Words.in(Words.language(form, visitor)), retUrl);
  }

  static String address(WebForm form) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/web-to-lead/" + form.formId())
        .toUriString();
  }

  private ResponseEntity<WebFormRecord> answer(HttpStatus status, WebForm form) {
    return ResponseEntity.status(status).eTag(Versions.tag(form.version())).body(record(form));
  }

  private WebFormRecord record(WebForm form) {
    return new WebFormRecord(
        form.formId(),
        form.version(),
        forms.written(form),
        address(form),
        form.createdOn(),
        form.modifiedOn());
  }

  /**
   * A form with everything that can be changed.
   *
   * @param address of its page
   */
  record WebFormRecord(
      String formId,
      @Nullable Long version,
      @JsonUnwrapped WebFormFields fields,
      String address,
      Instant createdOn,
      Instant modifiedOn) {}

  /** HTML to copy. */
  record SnippetView(String html) {}

  /** A form as it is created. */
  @JsonDeserialize(using = NewWebForm.Reader.class)
  record NewWebForm(
      @NotNull
          @Pattern(
              regexp = "[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?",
              message = "must have 1 to 30 of a-z, 0-9 and -")
          @Nullable String formId,
      @JsonUnwrapped @Valid WebFormFields fields) {

    static final class Reader extends StdDeserializer<NewWebForm> {

      Reader() {
        super(NewWebForm.class);
      }

      @Override
      public NewWebForm deserialize(JsonParser json, DeserializationContext context)
          throws IOException {
        Envelope body = Envelope.read(json, context, NewWebForm.class);
        String formId = body.take("formId", context.constructType(String.class));
        return new NewWebForm(formId, body.rest(WebFormFields.class));
      }
    }
  }
}
