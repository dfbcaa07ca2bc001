package org.leadflow.intake.form;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.StorableText;
import org.leadflow.lead.Option;
import org.leadflow.lead.OptionSet;

/**
 * What is written of a form.
 *
 * @param language of its page, null for what the visitor's browser asks for
 * @param fields in the order of the page; last_name is always there
 * @param required those that must be filled; last_name always
 * @param subject of its leads, null for its title
 * @param consentText what a visitor may agree to by a box, null for no box
 * @param returnUrls where a visitor may be sent after he sent it: these addresses and those below
 */
@StorableText
public record WebFormFields(
    @Schema(example = "Contact") @NotBlank @Size(max = 200) @Nullable String title,
    @Size(max = 2000) @Nullable String introduction,
    @NotNull @Nullable Boolean active,
    @Schema(example = "de") @Pattern(regexp = "en|de", message = "must be en or de")
        @Nullable String language,
    @Schema(example = "[\"first_name\", \"last_name\", \"email\", \"company\"]") @NotNull
        @Nullable List<String> fields,
    @Schema(example = "[\"email\"]") @Nullable List<String> required,
    @Size(max = 200) @Nullable String subject,
    @Schema(example = "8") @Option(OptionSet.LEAD_SOURCE) @Nullable Integer leadSourceCode,
    @Size(max = 100) @Nullable String campaignId,
    @Size(max = 2000) @Nullable String consentText,
    @Schema(example = "[\"https://www.example.com/thanks\"]") @Nullable List<String> returnUrls) {

  private static final int MOST_URLS = 20;
  private static final int LONGEST_URL = 500;

  public WebFormFields {
    required = required == null ? List.of() : required;
    returnUrls = returnUrls == null ? List.of() : returnUrls;
  }

  /** What no annotation can tell. */
  List<FieldFault> faults() {
    List<FieldFault> faults = new ArrayList<>();
    for (String name : fields) {
      if (FormField.named(name).isEmpty()) {
        faults.add(new FieldFault("fields", "holds a name that is no field of a form"));
        break;
      }
    }
    if (fields.stream().distinct().count() < fields.size()) {
      faults.add(new FieldFault("fields", "holds a field twice"));
    }
    if (!required.stream().allMatch(name -> fields.contains(name) || "last_name".equals(name))) {
      faults.add(new FieldFault("required", "holds a name that is not among fields"));
    }
    if (required.stream().distinct().count() < required.size()) {
      faults.add(new FieldFault("required", "holds a field twice"));
    }
    if (returnUrls.size() > MOST_URLS || !returnUrls.stream().allMatch(WebFormFields::isAddress)) {
      faults.add(
          new FieldFault(
              "returnUrls",
              "must hold at most %d addresses such as https://www.example.com/thanks"
                  .formatted(MOST_URLS)));
    }
    return faults;
  }

  private static boolean isAddress(@Nullable String url) {
    try {
      URI address = URI.create(url == null ? "" : url);
      return url != null
          && url.length() <= LONGEST_URL
          && StorableText.Check.isStorable(url)
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getFragment() == null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
