package org.leadflow.rules.house;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Suggestion;
import org.leadflow.rules.Vocabulary;

/**
 * Finds what the compiler lets pass and the house does not want. A help for honest authors, no
 * wall: a rule file is Java, and whoever writes here can run code.
 */
final class AuthorCheck {

  private static final Map<String, String> FORBIDDEN =
      Map.of(
          "salience",
          "priority is a number in the outcome",
          "memberOf|str",
          "it breaks after some hundred leads in this version of Drools; use matches or in (...)",
          "eval|function|query|declare|global|accumulate|collect|forall|from",
          "a rule reads facts and says one outcome, nothing else",
          "modify|update|retract|delete|insertLogical",
          "a rule changes nothing, it only inserts an outcome",
          "System|Runtime|Thread|Class|class|forName|invoke|ClassLoader|Process|ProcessBuilder|getClass"
              + "|drools|kcontext|java|javax",
          "a rule reads facts and calls nothing else");

  private static final Pattern WORD =
      Pattern.compile("\\b(" + String.join("|", FORBIDDEN.keySet()) + ")\\b");
  private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)");
  private static final Pattern IMPORT =
      Pattern.compile("\\bimport\\s+(?!org\\.leadflow\\.rules\\.)");
  private static final Pattern CONSEQUENCE = Pattern.compile("(?s)\\bthen\\b(.*?)\\bend\\b");
  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\b("
              + String.join("|", Vocabulary.values().keySet())
              + ")\\s*"
              + "(?:==|!=|(?:not\\s+)?in\\b)\\s*(\"[^\"]*\"|\\([^)]*\\))");
  private static final Pattern DAY =
      Pattern.compile("\\btoday\\s*(?:==|!=|<=|>=|<|>)\\s*\"([^\"]*)\"");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final Draft draft;
  private final DrlText text;
  private final Question question;
  private final List<Finding> findings = new ArrayList<>();

  private AuthorCheck(Draft draft, Question question) {
    this.draft = draft;
    this.text = new DrlText(draft.drl());
    this.question = question;
  }

  static List<Finding> findings(Draft draft, Question question) {
    var check = new AuthorCheck(draft, question);
    check.packageIsFolder();
    check.onlyOurImports();
    check.noForbiddenWords();
    check.consequencesOnlyAnswer();
    check.valuesExist();
    check.daysExist();
    return check.findings;
  }

  private void packageIsFolder() {
    String expected = PackageName.of(draft.file().folder());
    Matcher matcher = PACKAGE.matcher(text.bare);
    if (!matcher.find()) {
      add(0, "", "the first line has to be: package " + expected);
    } else if (!matcher.group(1).equals(expected)) {
      add(
          matcher.start(),
          matcher.group(1),
          "the package has to be the folder: package " + expected);
    }
  }

  private void onlyOurImports() {
    Matcher matcher = IMPORT.matcher(text.bare);
    while (matcher.find()) {
      add(matcher.start(), "import", "only org.leadflow.rules may be imported");
    }
  }

  private void noForbiddenWords() {
    Matcher matcher = WORD.matcher(text.bare);
    while (matcher.find()) {
      String word = matcher.group(1);
      FORBIDDEN.forEach(
          (words, why) -> {
            if (word.matches(words)) {
              add(matcher.start(), word, "\"" + word + "\" is not used here: " + why);
            }
          });
    }
  }

  private void consequencesOnlyAnswer() {
    String ways =
        question.waysToAnswer.stream().map(AuthorCheck::like).collect(Collectors.joining("|"));
    Pattern answer = Pattern.compile("\\s*insert\\s*\\(\\s*(?:" + ways + ")\\s*\\)\\s*;?\\s*");
    Matcher matcher = CONSEQUENCE.matcher(text.bare);
    while (matcher.find()) {
      String written = text.withTexts.substring(matcher.start(1), matcher.end(1));
      if (!answer.matcher(written).matches()) {
        add(
            matcher.start(),
            written.strip(),
            draft.file().isSentences()
                ? "after \"then\" stands exactly one sentence of vocabulary.dsl that answers here"
                : "after \"then\" stands exactly one of: insert( %s );"
                    .formatted(String.join(" ); insert( ", question.waysToAnswer)));
      }
    }
  }

  /** Whatever differs from the example only by spaces and by what stands in quotes or in digits. */
  private static String like(String example) {
    return example
        .replaceAll("[.()]", "\\\\$0")
        .replaceAll("\"\\w+\"", "\"[^\"]+\"")
        .replaceAll("\\d+", "-?\\\\d+")
        .replace("new ", "new\\s+")
        .replace(", ", "\\s*,\\s*");
  }

  private void valuesExist() {
    Matcher matcher = COMPARISON.matcher(text.withTexts);
    while (matcher.find()) {
      String fact = matcher.group(1);
      List<String> known = Vocabulary.values().getOrDefault(fact, List.of());
      Matcher value = QUOTED.matcher(matcher.group(2));
      while (value.find()) {
        if (!known.contains(value.group(1))) {
          add(
              matcher.start(2) + value.start(),
              value.group(1),
              Suggestion.unknownValue(fact, value.group(1), known));
        }
      }
    }
  }

  private void daysExist() {
    Matcher matcher = DAY.matcher(text.withTexts);
    while (matcher.find()) {
      try {
        LocalDate.parse(matcher.group(1));
      } catch (DateTimeException none) {
        add(
            matcher.start(1),
            matcher.group(1),
            "\"" + matcher.group(1) + "\" is no day like 2026-01-15");
      }
    }
  }

  private void add(int offset, String hint, String sentence) {
    findings.add(new Finding(draft.places().at(text.line(offset), hint), sentence));
  }
}
