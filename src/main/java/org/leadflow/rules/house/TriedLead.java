package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Grade;
import org.leadflow.rules.LeadFacts;

/** A lead somebody wrote down to see what the rules say of it. */
public final class TriedLead {

  private static final String FRAME = "- because: tried\n  fires: []\n  lead:\n";

  private TriedLead() {}

  /**
   * The facts of the lead, written as in a case: {@code { country: DE, employees: 250 }}, or one
   * fact a line. Null when something is wrong with it.
   *
   * @param file where it stands, for the findings
   * @param findings gets what is wrong
   */
  public static @org.jspecify.annotations.Nullable LeadFacts read(
      String file, String text, List<Finding> findings) {
    var found = new ArrayList<Finding>();
    List<Case> read = CaseReader.read(new RuleFile(file, FRAME + text.indent(4)), found);
    int above = (int) FRAME.lines().count();
    found.forEach(
        each ->
            findings.add(
                new Finding(each.file(), Math.max(0, each.line() - above), each.sentence())));
    return found.isEmpty() && read.size() == 1 ? read.get(0).lead() : null;
  }

  /** The same lead after scoring. */
  public static LeadFacts scored(LeadFacts facts, int score, Grade grade) {
    Map<String, String> words = CaseFacts.words(facts);
    words.put("score", String.valueOf(score));
    words.put("grade", grade.name());
    return CaseFacts.of(words);
  }
}
