package org.leadflow.rules.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leadflow.rules.RuleSetFile;

/** A rules folder with the three sets every lead needs; what is in them changes with the test. */
final class WatchedFolder {

  static final String SCORING = "scoring";

  private final Path folder;

  WatchedFolder(Path folder) {
    this.folder = folder;
    scoring(20);
    write("screening", rule("screening", "SCR-010", "new Blocker(\"Unsolicited\")"), "SCR-010");
    write(
        "routing/company",
        rule("routing.company", "CO-010", "Receiver.unit(\"emea\", 10)"),
        "CO-010");
  }

  String location() {
    return folder.toString();
  }

  /** Large companies are worth so many points. */
  WatchedFolder scoring(int points) {
    return write(SCORING, scoringRule(points), "SCO-010");
  }

  WatchedFolder broken() {
    return write(SCORING, "package scoring\nrul \"x\"\n", "SCO-010");
  }

  WatchedFolder write(String set, String rules, String id) {
    file(set + "/size.drl", rules);
    return file(set + "/size.cases.yaml", cases(id));
  }

  WatchedFolder file(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  WatchedFolder remove(String set) {
    try (Stream<Path> files = Files.list(folder.resolve(set))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder.resolve(set));
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String scoringRule(int points) {
    return rule("scoring", "SCO-010", "new Points(" + points + ")");
  }

  static String rule(String packageName, String id, String outcome) {
    return rule(packageName, id, "employees >= 250", outcome);
  }

  static String rule(String packageName, String id, String condition, String outcome) {
    return """
        package %s

        import org.leadflow.rules.*

        rule "Large companies, %s"
        @Id("%s") @Owner("sales-ops")
        when
          LeadFacts( %s )
        then
          insert( %s );
        end
        """
        .formatted(packageName, id, id, condition, outcome);
  }

  static String cases(String id) {
    return """
        - because: large
          lead: { employees: 250 }
          fires: [%s]
        - because: small
          lead: { employees: 249 }
          fires: []
        """
        .formatted(id);
  }

  /** A set of scoring as somebody sends it. */
  static List<RuleSetFile> upload(int points) {
    return upload(scoringRule(points), cases("SCO-010"));
  }

  static List<RuleSetFile> upload(String rules, String cases) {
    return List.of(
        new RuleSetFile("scoring/size.drl", rules.getBytes()),
        new RuleSetFile("scoring/size.cases.yaml", cases.getBytes()));
  }

  /** A set of scoring with so many rules, each of another version by the points. */
  static List<RuleSetFile> large(int rules, int points) {
    String drl =
        IntStream.range(0, rules)
            .mapToObj(
                i ->
                    """
                    rule "Companies with %d people"
                    @Id("SCO-%d") @Owner("sales-ops")
                    when LeadFacts( employees == %d, country in ("DE", "AT") )
                    then insert( new Points(%d) );
                    end
                    """
                        .formatted(i, i, i, points))
            .collect(Collectors.joining("", "package scoring\nimport org.leadflow.rules.*\n", ""));
    String cases =
        IntStream.range(0, rules)
            .mapToObj(
                i ->
                    "- because: c%d\n  lead: { employees: %d, country: DE }\n  fires: [SCO-%d]\n"
                        .formatted(i, i, i))
            .collect(Collectors.joining());
    return upload(drl, cases);
  }
}
