package org.leadflow.intake.form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody posted by a form.
 *
 * @param values name to text, of the fields of the form and of all that came beside them
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

  /** What somebody agrees to by it, kept beside what he typed while that is held. */
  static final String AGREED_TO = "consent_text";

  /** Where the visitor wants to go afterwards. */
  public static final String RETURN = "retURL";

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_BESIDE = 1000;
  private static final int MOST_BESIDE = 40;

  /** Which nobody types: a site or a link brings them along. */
  private static final List<String> BROUGHT_ALONG =
      List.of("lead_source", "Campaign_ID", "utm_source", "utm_medium", "utm_campaign");

  /** The boxes by which a visitor says no, under the names of Salesforce, and the field of each. */
  static final Map<String, String> OPT_OUTS =
      Map.of("emailOptOut", "doNotEmail", "doNotCall", "doNotPhone", "faxOptOut", "doNotFax");

  private static final Set<String> KNOWN =
      Stream.concat(BROUGHT_ALONG.stream(), OPT_OUTS.keySet().stream().sorted())
          .collect(Collectors.toCollection(LinkedHashSet::new));

  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

  /** Of the form itself, under the names that forms of other systems have for it, too. */
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          HIDDEN,
          CONSENT,
          RETURN,
          "oid",
          "encoding",
          "debug",
          "debugEmail",
          "submit",
          "captcha_settings",
          "g-recaptcha-response");

  public Posted {
    values = new LinkedHashMap<>(values);
  }

  /**
   * Takes from all that was posted what the form asks for, and what else there is as far as a note
   * holds it.
   */
  public static Posted of(WebForm form, Map<String, String> all, String address) {
    Map<String, String> values = new LinkedHashMap<>();
    for (FormField field : form.formFields()) {
      put(values, field.fieldName(), all);
    }
    if (!Objects.requireNonNullElse(all.get(CONSENT), "").isBlank()) {
      values.put(CONSENT, shortened(all.get(CONSENT).strip()));
    }
    values.putAll(beside(form, all));
    return new Posted(values, all.get(TOKEN), all.get(HIDDEN), address);
  }

  /**
   * What was posted that the form does not ask for: what we know first, then as much as a note
   * takes, each as far as it does.
   */
  public static Map<String, String> beside(WebForm form, Map<String, String> all) {
    Map<String, String> values = new LinkedHashMap<>();
    Stream.concat(KNOWN.stream(), all.keySet().stream().sorted())
        .distinct()
        .filter(name -> name.length() <= LONGEST_NAME && !form.asks(name))
        .filter(name -> !name.startsWith("lf_") && !SAYS_NOTHING.contains(name))
        .filter(name -> !Objects.requireNonNullElse(all.get(name), "").isBlank())
        .limit(MOST_BESIDE)
        .forEach(name -> values.put(name, shortened(all.get(name).strip())));
    return values;
  }

  private static String shortened(String text) {
    String readable = UNREADABLE.matcher(text).replaceAll(" ");
    if (readable.length() <= LONGEST_BESIDE) {
      return readable;
    }
    int end =
        LONGEST_BESIDE - (Character.isHighSurrogate(readable.charAt(LONGEST_BESIDE - 1)) ? 1 : 0);
    return readable.substring(0, end) + "…";
  }

  /**
   * What a page of ours takes along to send it again; where to go afterwards is among it only when
   * the form allows that.
   */
  public static Map<String, String> along(WebForm form, Map<String, String> all) {
    Map<String, String> values = beside(form, all);
    form.mayReturnTo(all.get(RETURN)).ifPresent(address -> values.put(RETURN, address));
    return values;
  }

  /** What the address of our page may say; nobody fills in a form for somebody else. */
  public static Map<String, String> ofAddress(WebForm form, Map<String, String> query) {
    Map<String, String> values = along(form, query);
    values.keySet().removeIf(name -> !name.equals(RETURN) && !BROUGHT_ALONG.contains(name));
    return values;
  }

  private static void put(Map<String, String> values, String name, Map<String, String> all) {
    String value = Objects.requireNonNullElse(all.get(name), "").strip();
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }
}
