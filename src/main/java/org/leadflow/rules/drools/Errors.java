package org.leadflow.rules.drools;

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
    return "this cannot be read: " + Plainly.of(message);
  }
}
