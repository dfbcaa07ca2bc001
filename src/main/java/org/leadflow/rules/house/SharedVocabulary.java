package org.leadflow.rules.house;

import java.util.List;
import java.util.Optional;

/**
 * The vocabulary at the top of the rules folder. Every rule set whose rules are sentences gets a
 * copy, so that its version says what decides and can be put to work by itself.
 */
final class SharedVocabulary {

  private SharedVocabulary() {}

  /** Replaces the vocabulary at the top by a copy beside all rules that need it. */
  static void share(List<RuleFile> files) {
    Optional<RuleFile> shared =
        files.stream().filter(each -> each.path().equals(RuleFile.VOCABULARY)).findFirst();
    if (shared.isEmpty()) {
      return;
    }
    files.remove(shared.get());
    List<RuleFile> copies =
        files.stream()
            .filter(RuleFile::isSentences)
            .map(each -> each.folder() + "/" + RuleFile.VOCABULARY)
            .distinct()
            .filter(path -> files.stream().noneMatch(each -> each.path().equals(path)))
            .map(path -> new RuleFile(path, shared.get().text(), RuleFile.VOCABULARY))
            .toList();
    files.addAll(copies);
  }
}
