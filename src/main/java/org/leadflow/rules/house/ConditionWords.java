package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a constraint into words. */
final class ConditionWords {

  /**
   * @param start of the word in the text
   * @param end behind it
   */
  record Word(String text, int start, int end) {

    boolean is(String other) {
      return text.equals(other);
    }

    boolean isText() {
      return text.startsWith("\"") || text.startsWith("'");
    }
  }

  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|-?\\d+(?:\\.\\d+)?[BIDLFbdlfi]?"
              + "|[A-Za-z_$][\\w$]*(?:!?\\.[A-Za-z_$][\\w$]*)*|==|!=|<=|>=|&&|\\|\\||\\S");

  private ConditionWords() {}

  static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), matcher.start(), matcher.end()));
    }
    return words;
  }

  /** What a literal says: texts without quotes and escapes, numbers without suffix. */
  static String value(Word word) {
    if (!word.isText()) {
      return word.text.replaceFirst("(?<=\\d)[BIDLFbdlfi]$", "");
    }
    String inner = word.text.substring(1, word.text.length() - 1);
    var value = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length()) {
        i++;
        c =
            switch (inner.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              default -> inner.charAt(i);
            };
      }
      value.append(c);
    }
    return value.toString();
  }
}
