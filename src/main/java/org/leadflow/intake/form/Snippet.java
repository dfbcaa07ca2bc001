package org.leadflow.intake.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A form as HTML for somebody's own web site. */
public final class Snippet {

  private static final String LINE = "  ";

  private Snippet() {}

  /**
   * @param address of the form at this product
   * @param words the labels by name of the field, in the language of the site
   * @param returnUrl where to send the visitor afterwards, null to stay here
   */
  public static String of(
      WebForm form, String address, Map<String, String> words, @Nullable String returnUrl) {
    var html = new StringBuilder();
    html.append(
        "<form action=\"%s\" method=\"post\" accept-charset=\"UTF-8\">\n".formatted(in(address)));
    if (returnUrl != null) {
      html.append(hidden("retURL", returnUrl));
    }
    html.append(hidden(Posted.TOKEN, ""));
    html.append(
            "  <p style=\"position:absolute;left:-9999px\" aria-hidden=\"true\"><label>%s\n"
                .formatted(in(words.get("leaveEmpty"))))
        .append(
            "    <input name=\"%s\" tabindex=\"-1\" autocomplete=\"off\"></label></p>\n"
                .formatted(Posted.HIDDEN));
    for (FormField field : form.formFields()) {
      html.append(
          "  <p><label>%s%s<br>\n"
              .formatted(in(words.get(field.fieldName())), form.requires(field) ? " *" : ""));
      html.append(LINE).append(LINE).append(control(form, field)).append("</label></p>\n");
    }
    if (form.consentText() != null) {
      html.append(
          "  <p><label><input type=\"checkbox\" name=\"%s\" value=\"1\"> %s</label></p>\n"
              .formatted(Posted.CONSENT, in(form.consentText())));
    }
    html.append("  <p><button>%s</button></p>\n".formatted(in(words.get("send"))));
    html.append("</form>\n<script src=\"%s/token.js\" async></script>\n".formatted(in(address)));
    return html.toString();
  }

  private static String control(WebForm form, FormField field) {
    String required = form.requires(field) ? " required" : "";
    Integer longest = field.longest();
    String most = longest == null ? "" : " maxlength=\"" + longest + "\"";
    if (field.input().equals("textarea")) {
      return "<textarea name=\"%s\" rows=\"5\"%s%s></textarea>"
          .formatted(field.fieldName(), most, required);
    }
    if (field.input().equals("select")) {
      var options = new StringBuilder("<option value=\"\"></option>");
      field
          .options()
          .forEach(
              (code, label) ->
                  options.append("<option value=\"%d\">%s</option>".formatted(code, in(label))));
      return "<select name=\"%s\"%s>%s</select>".formatted(field.fieldName(), required, options);
    }
    return "<input name=\"%s\" type=\"%s\" autocomplete=\"%s\"%s%s>"
        .formatted(field.fieldName(), field.input(), field.autocomplete(), most, required);
  }

  private static String hidden(String name, String value) {
    return "  <input type=\"hidden\" name=\"%s\" value=\"%s\">\n".formatted(name, in(value));
  }

  private static String in(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
