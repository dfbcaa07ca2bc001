package org.leadflow.intake.form.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.form.WebForm;
import org.leadflow.intake.form.WebFormFields;

/** A form as somebody types it into our page; an empty text is none. */
record WebFormInput(
    @Nullable String formId,
    @Nullable String ifMatch,
    @Nullable String title,
    @Nullable String introduction,
    @Nullable Boolean active,
    @Nullable String language,
    @Nullable List<String> fields,
    @Nullable List<String> required,
    @Nullable String subject,
    @Nullable Integer leadSourceCode,
    @Nullable String campaignId,
    @Nullable String consentText,
    @Nullable String returnUrls) {

  static final WebFormInput NEW =
      new WebFormInput(
          null,
          null,
          null,
          null,
          true,
          null,
          List.of("first_name", "last_name", "email", "company", "description"),
          List.of("last_name", "email"),
          null,
          8,
          null,
          null,
          null);

  static WebFormInput of(WebForm form, WebFormFields fields) {
    return new WebFormInput(
        form.formId(),
        "\"" + form.version() + "\"",
        fields.title(),
        fields.introduction(),
        fields.active(),
        fields.language(),
        fields.fields(),
        fields.required(),
        fields.subject(),
        fields.leadSourceCode(),
        fields.campaignId(),
        fields.consentText(),
        String.join("\n", form.returns()));
  }

  boolean asks(String field) {
    return fields != null && fields.contains(field);
  }

  boolean insists(String field) {
    return required != null && required.contains(field);
  }

  WebFormFields written() {
    List<String> asked = fields == null ? List.of() : fields;
    return new WebFormFields(
        title,
        text(introduction),
        Boolean.TRUE.equals(active),
        text(language),
        asked,
        required == null
            ? List.of()
            : required.stream()
                .filter(name -> asked.contains(name) || name.equals("last_name"))
                .toList(),
        text(subject),
        leadSourceCode,
        text(campaignId),
        text(consentText),
        returnUrls == null
            ? List.of()
            : Arrays.stream(returnUrls.split("\\s+")).filter(url -> !url.isBlank()).toList());
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
