package org.leadflow.intake.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody posted by a form.
 *
 * @param values name to text, of the fields of the form and of those that every form may have
 * @param token as it was posted
 * @param hidden what stands in the field that no person sees
 * @param address of the network it came from
 */
public record Posted(
    Map<String, String> values, @Nullable String token, @Nullable String hidden, String address) {

  public static final String TOKEN = "lf_token";

  /** Named so that a program wants to fill it. */
  public static final String HIDDEN = "fax_number";

  public static final String CONSENT = "consent";

  /** Where the visitor wants to go afterwards. */
  public static final String RETURN = "retURL";

  private static final int LONGEST_OF_EVERY_FORM = 500;

  /** Which nobody types: a site or a link brings them along. */
  private static final List<String> BROUGHT_ALONG =
      List.of("lead_source", "Campaign_ID", "utm_source", "utm_medium", "utm_campaign");

  public Posted {
    values = new LinkedHashMap<>(values);
  }

  /** Takes from all that was posted what the form asks for; anything else is not read. */
  public static Posted of(WebForm form, Map<String, String> all, String address) {
    Map<String, String> values = new LinkedHashMap<>();
    for (FormField field : form.formFields()) {
      put(values, field.fieldName(), all);
    }
    BROUGHT_ALONG.forEach(name -> putShort(values, name, all));
    putShort(values, CONSENT, all);
    return new Posted(values, all.get(TOKEN), all.get(HIDDEN), address);
  }

  /**
   * What came along that nobody types, for our page to send again; where to go afterwards is among
   * it only when the form allows that.
   */
  public static Map<String, String> broughtAlong(WebForm form, Map<String, String> all) {
    Map<String, String> values = new LinkedHashMap<>();
    BROUGHT_ALONG.forEach(name -> putShort(values, name, all));
    form.mayReturnTo(all.get(RETURN)).ifPresent(address -> values.put(RETURN, address));
    return values;
  }

  private static void putShort(Map<String, String> values, String name, Map<String, String> all) {
    if (Objects.requireNonNullElse(all.get(name), "").length() <= LONGEST_OF_EVERY_FORM) {
      put(values, name, all);
    }
  }

  private static void put(Map<String, String> values, String name, Map<String, String> all) {
    String value = Objects.requireNonNullElse(all.get(name), "").strip();
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }
}
