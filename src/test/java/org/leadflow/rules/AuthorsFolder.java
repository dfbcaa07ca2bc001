package org.leadflow.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Examination;

/** A small rules folder in which nothing is wrong, until a test writes something into it. */
final class AuthorsFolder {

  static final String GOOD_RULE =
      """
      package scoring

      import org.leadflow.rules.*

      rule "Large companies are worth 20 points"
      @Id("SCO-010") @Owner("sales-ops")
      when
        LeadFacts( employees >= 250 )
      then
        insert( new Points(20) );
      end
      """;

  static final String GOOD_CASES =
      """
      - because: large
        lead: { employees: 250 }
        fires: [SCO-010]
      - because: small
        lead: { employees: 249 }
        fires: []
      """;

  private final Path folder;

  AuthorsFolder(Path folder) {
    this.folder = folder;
    write("scoring/size.drl", GOOD_RULE);
    write("scoring/size.cases.yaml", GOOD_CASES);
    copyOf("screening", "SCR-010", "new Blocker(\"Unsolicited\")");
    copyOf("routing/company", "CO-010", "Receiver.unit(\"emea\", 10)");
  }

  AuthorsFolder write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  AuthorsFolder write(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  AuthorsFolder delete(String path) {
    try {
      Files.delete(folder.resolve(path));
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The good rule with one thing changed. */
  AuthorsFolder writeRule(String good, String changed) {
    if (!GOOD_RULE.contains(good)) {
      throw new IllegalArgumentException("The good rule does not say: " + good);
    }
    return write("scoring/size.drl", GOOD_RULE.replace(good, changed));
  }

  /** The same rule, for another folder. */
  AuthorsFolder copyOf(String set, String id, String outcome) {
    write(
        set + "/size.drl",
        GOOD_RULE
            .replace("package scoring", "package " + set.replace('/', '.').replace('-', '_'))
            .replace("SCO-010", id)
            .replace("new Points(20)", outcome));
    return write(set + "/size.cases.yaml", GOOD_CASES.replace("SCO-010", id));
  }

  Examination examination() {
    return RulesOpened.examine(folder.toString());
  }

  /** As the console shows them. */
  List<String> findings() {
    return examination().findings().stream().map(Finding::toString).toList();
  }

  Rulebook rulebook() {
    return examination().rulebook();
  }

  Path path() {
    return folder;
  }
}
