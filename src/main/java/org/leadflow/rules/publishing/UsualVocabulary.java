package org.leadflow.rules.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.RulesFolder;

/**
 * Lends the vocabulary of the rules folder to sentences that are sent without one: whoever sends in
 * the folder of a set leaves out what stands above it.
 */
final class UsualVocabulary {

  private final String location;

  UsualVocabulary(String location) {
    this.location = location;
  }

  /** The files, with the vocabulary where it is needed and lacking. */
  Collection<RuleSetFile> lent(Collection<RuleSetFile> files) {
    boolean complete =
        files.stream().noneMatch(file -> file.path().endsWith(RuleFile.SENTENCES))
            || files.stream().anyMatch(file -> file.path().endsWith(RuleFile.VOCABULARY));
    if (complete) {
      return files;
    }
    List<RuleSetFile> all = new ArrayList<>(files);
    RulesFolder.vocabulary(location)
        .ifPresent(text -> all.add(new RuleSetFile(RuleFile.VOCABULARY, text)));
    return all;
  }
}
