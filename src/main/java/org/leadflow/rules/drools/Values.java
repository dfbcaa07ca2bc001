package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists as people write them: {@code DE, AT or "Trinidad, Tobago"}. */
final class Values {

  private static final Pattern VALUE =
      Pattern.compile(
          "\\s*(\"[^\"]*\"|[^,\"]+?)\\s*(?:,(?:\\s*(?:or|and)\\b)?|\\s(?:or|and)\\s|$)");

  private Values() {}

  static List<String> split(String list) {
    var values = new ArrayList<String>();
    Matcher matcher = VALUE.matcher(list);
    while (matcher.find()) {
      if (!matcher.group(1).isBlank()) {
        values.add(matcher.group(1));
      }
    }
    return values;
  }
}
