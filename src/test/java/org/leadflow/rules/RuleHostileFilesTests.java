package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadflow.rules.HostileFiles.Hostile;
import org.leadflow.rules.drools.RealCompiler;
import org.leadflow.rules.house.RuleCompiler;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.RulesFolder;
import org.leadflow.rules.house.SetExamination;

/** Every broken file is refused in words that name it, and where in it, and none is passed over. */
class RuleHostileFilesTests {

  private static final RuleCompiler COMPILER = RealCompiler.open();
  private static final byte[] VOCABULARY = vocabulary();

  static Stream<Hostile> files() {
    return HostileFiles.all().stream();
  }

  static Stream<Hostile> good() {
    return HostileFiles.good().stream();
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatTheyWereMadeOfIsGood(Hostile good) {
    assertThat(findings(good)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedInWords(Hostile hostile) {
    List<Finding> findings = findings(hostile);

    assertThat(findings)
        .as("%s: the file is named, or a case that shows it", hostile)
        .anyMatch(each -> isAbout(each, hostile));
    assertThat(findings)
        .extracting(Finding::sentence)
        .allSatisfy(
            sentence ->
                assertThat(sentence)
                    .isNotBlank()
                    .doesNotContainPattern(
                        "Exception|\\[Error|strict-mode|\\bat org[.]|Lorg/|\\bnull\\b|\\$Dummy")
                    .hasSizeLessThan(2000));
  }

  private static boolean isAbout(Finding finding, Hostile hostile) {
    boolean itself = finding.file().equals(hostile.path());
    boolean folder = hostile.path().startsWith(finding.file() + "/");
    boolean itsCase =
        finding.file().endsWith("/x.cases.yaml") && finding.sentence().startsWith("\"");
    return itself || folder || itsCase;
  }

  private static List<Finding> findings(Hostile hostile) {
    var contents = new TreeMap<String, byte[]>();
    contents.put("vocabulary.dsl", VOCABULARY);
    if (hostile.path().contains(".cases.")) {
      contents.put("scoring/size.drl", HostileFiles.DRL.getBytes(StandardCharsets.UTF_8));
    }
    if (hostile.path().endsWith("/vocabulary.dsl")) {
      contents.put(
          hostile.path().replace("vocabulary.dsl", "x.dslr"),
          HostileFiles.SENTENCES.getBytes(StandardCharsets.UTF_8));
    }
    contents.put(hostile.path(), hostile.content());
    String cases = HostileFiles.casesBeside(hostile.path());
    if (cases != null) {
      contents.put(
          hostile.path().replaceFirst("x[.].*", "x.cases.yaml"),
          cases.getBytes(StandardCharsets.UTF_8));
    }
    RulesFolder folder = RulesFolder.of("here", contents);
    List<RuleFile> files =
        folder.files().stream().filter(each -> !each.path().equals("vocabulary.dsl")).toList();
    return Stream.concat(
            folder.findings().stream(),
            files.isEmpty()
                ? Stream.empty()
                : SetExamination.of(files.get(0).folder(), files, COMPILER).findings().stream())
        .toList();
  }

  private static byte[] vocabulary() {
    try {
      return Files.readAllBytes(Path.of("rules/vocabulary.dsl"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
