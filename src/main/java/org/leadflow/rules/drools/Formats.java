package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadflow.rules.Finding;
import org.leadflow.rules.house.Draft;
import org.leadflow.rules.house.Drafts;
import org.leadflow.rules.house.Question;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.sheet.Csv;
import org.leadflow.rules.sheet.Unreadable;
import org.leadflow.rules.table.RoutingTable;
import org.leadflow.rules.table.TableReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads rule files of all formats. */
final class Formats {

  private static final Logger log = LoggerFactory.getLogger(Formats.class);

  private Formats() {}

  static Drafts read(String ruleSet, List<RuleFile> files) {
    var drafts = new ArrayList<Draft>();
    var tables = new ArrayList<RoutingTable>();
    var findings = new ArrayList<Finding>();
    Sentences sentences = sentences(ruleSet, files, findings);
    for (RuleFile file : files) {
      try {
        if (file.isRoutingTable()) {
          table(ruleSet, file, findings).ifPresent(tables::add);
        } else if (file.isDecisionTable()) {
          DecisionTable.draft(file, findings).ifPresent(drafts::add);
        } else if (file.isSentences()) {
          drafts.add(SentenceFile.draft(file, sentences, findings));
        } else if (file.isRules()) {
          drafts.add(Draft.of(file));
        }
      } catch (RuntimeException | StackOverflowError broken) {
        log.warn("{} breaks its reader", file.path(), broken);
        findings.add(new Finding(file.path(), 0, "this cannot be read: " + Plainly.of(broken)));
      }
    }
    return new Drafts(drafts, tables, findings);
  }

  private static Sentences sentences(String ruleSet, List<RuleFile> files, List<Finding> findings) {
    return files.stream()
        .filter(RuleFile::isVocabulary)
        .findFirst()
        .map(file -> Sentences.read(file, findings))
        .orElseGet(
            () -> Sentences.read(new RuleFile(ruleSet + "/" + RuleFile.VOCABULARY, ""), findings));
  }

  private static Optional<RoutingTable> table(
      String ruleSet, RuleFile file, List<Finding> findings) {
    try {
      List<String> kinds = Question.of(ruleSet).map(Question::kinds).orElse(List.of());
      return TableReader.read(file.path(), Csv.read(file.text()), kinds, findings);
    } catch (Unreadable why) {
      findings.add(new Finding(file.path(), why.line(), why.cell(), why.getMessage()));
      return Optional.empty();
    }
  }
}
