package org.leadflow.intake.form.web;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.form.WebForm;

/** What the public pages say, in the language of the form or else of the visitor's browser. */
final class Words {

  private static final Map<String, Map<String, String>> BY_LANGUAGE =
      Map.of("en", read("en"), "de", read("de"));

  private Words() {}

  /** The language a page is in. */
  static String language(@Nullable WebForm form, Locale visitor) {
    String wanted =
        form != null && form.language() != null ? form.language() : visitor.getLanguage();
    return BY_LANGUAGE.containsKey(wanted) ? wanted : "en";
  }

  static Map<String, String> in(String language) {
    return BY_LANGUAGE.get(language);
  }

  private static Map<String, String> read(String language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "web-to-lead",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> words = new TreeMap<>();
    bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
    return words;
  }
}
