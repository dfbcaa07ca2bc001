package org.leadflow.rules.drools;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Suggestion;
import org.leadflow.rules.house.Draft;

/** Says in words for an author what Drools has to say about a file. */
final class Errors {

  private static final Pattern UNKNOWN_FACT =
      Pattern.compile("(?s).*org\\.leadflow\\.rules\\.LeadFacts\\.(\\w+).*");
  private static final Pattern UNKNOWN_TYPE =
      Pattern.compile("(?s).*Unable to resolve ObjectType '(\\w+)'.*");

  private static final Pattern CONSEQUENCE = Pattern.compile("(?s)Rule Compilation error(.*)");
  private static final Pattern OWN_CLASS = Pattern.compile(" for the type Rule_\\w+");
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?s)\\[ERR \\d+] Line \\d+:\\d+ mismatched input '([^']+)'.*");

  private Errors() {}

  static Finding finding(Draft draft, KnowledgeBuilderResult error) {
    int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
    return new Finding(
        draft.places().at(line, word(error.getMessage())), sentence(error.getMessage()));
  }

  /** The word the message is about, as far as it names one. */
  private static String word(String message) {
    Matcher fact = UNKNOWN_FACT.matcher(message);
    return fact.matches() ? fact.group(1) : "";
  }

  /** After something else went wrong, Drools reports this too; it helps nobody. */
  static boolean isNoise(KnowledgeBuilderResult error) {
    return error.getMessage().contains("Parser returned a null Package");
  }

  private static String sentence(String message) {
    Matcher fact = UNKNOWN_FACT.matcher(message);
    if (fact.matches()) {
      return Suggestion.unknownFact(fact.group(1));
    }
    Matcher type = UNKNOWN_TYPE.matcher(message);
    if (type.matches()) {
      return "there is no \"" + type.group(1) + "\"; is the import missing?";
    }
    Matcher consequence = CONSEQUENCE.matcher(message);
    if (consequence.matches()) {
      return "what stands after \"then\" cannot be compiled: "
          + Plainly.of(OWN_CLASS.matcher(consequence.group(1)).replaceAll(""));
    }
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (unexpected.matches()) {
      String word = unexpected.group(1);
      return "\"%s\" cannot stand here%s".formatted(word, instead(word, message));
    }
    return "this cannot be read: " + Plainly.of(message);
  }

  /** What people write who know other languages, and what it is here. */
  private static String instead(String word, String message) {
    if (message.contains("'[package,")) {
      return word.equals("@")
          ? "; @Id and @Owner stand below the line of their rule"
          : "; outside of rules stand package, import, and remarks that begin with //";
    }
    String small = word.toLowerCase(Locale.ROOT);
    if (List.of("in", "not", "matches", "contains").contains(small) && !word.equals(small)) {
      return "; it is written in small letters";
    }
    return switch (small) {
      case "and" -> "; a comma means and";
      case "or" ->
          "; || means or, with a whole condition on each side; one of several values is: country in (\"DE\", \"AT\")";
      case "is", "has", "like", "between" ->
          "; conditions are written as: employees >= 250, country == \"DE\", country in (\"DE\", \"AT\")";
      case "=" -> "; equal is written ==";
      default ->
          word.matches("[_'\u2019]\\d+")
              ? "; numbers have no marks between their digits"
              : Plainly.rule(message);
    };
  }
}
