package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Examination;
import org.springframework.util.FileSystemUtils;

/**
 * Some hundred broken files: hand-written ones, and the demo's own with something changed by
 * chance. Whatever stands in a file, it ends in findings with a place or in rules, never in an
 * exception and never in waiting.
 */
class RuleBrokenFilesTests {

  private static final Map<String, List<String>> WRITTEN =
      Map.of(
          "scoring/x.drl",
          List.of(
              "",
              "rule",
              "package scoring\nrule \"a",
              "package scoring\nrule \"a\" when then end",
              "package scoring\nimport org.leadflow.rules.*\nrule \"a\" @Id( @Owner when LeadFacts( then end",
              "package scoring\nimport org.leadflow.rules.*\nrule \"a\"\n@Id(\"S-1\") @Owner(\"o\")\nwhen LeadFacts( employees >= ) then insert( new Points(1) ); end",
              "package scoring\nimport org.leadflow.rules.*\nrule \"a\"\n@Id(\"S-1\") @Owner(\"o\")\nwhen LeadFacts( jobTitle matches \"(\" ) then insert( new Points(1) ); end",
              "\"".repeat(5000),
              "(".repeat(5000),
              "package scoring\n/* never closed",
              "package scoring\nrule \"a\" @Id(\"S-1\") @Owner(\"o\") when LeadFacts("
                  + "(".repeat(2000)
                  + ") then end"),
          "scoring/x.dslr",
          List.of(
              "",
              "rule \"a\"\nwhen\n  - with no lead above\nthen\nend",
              "rule \"a\"\n@Id(\"S-1\") @Owner(\"o\")\nwhen\n  A lead\n  - whose country is one of\nthen\n  The lead is worth many points\nend",
              "rule \"a\"\n@Id(\"S-1\") @Owner(\"o\")\nwhen\n  A lead\n  - whose topic has the word (((\nthen\n  The lead is worth 5 points\nend",
              "when then when then",
              "A lead is nothing"),
          "scoring/x.drl.csv",
          List.of(
              "",
              ",,,,\n,,,",
              "RuleTable",
              "RuleTable x\nID",
              "RuleTable x\nID,OWNER,CONDITION,ACTION\n,,LeadFacts,\n,,employees >,insert( new Points($param) );\nid,owner,c,a\nS-1,o,many,5",
              "RuleTable x\nID,OWNER,CONDITION,ACTION\n,,LeadFacts,\n,,employees > $param,insert( new Points($param) );\nid,owner,c,a\n",
              "RuleTable x\nID,OWNER,WHAT,ACTION\n,,LeadFacts,\n,,employees > $param,insert( new Points($param) );\nid,owner,c,a\nS-1,o,1,2",
              "RuleTable x\nID,OWNER,CONDITION,ACTION\n,,LeadFacts,\n,,employees > $param,insert( new Points($param) );\nid,owner,c,a\nS-1,\"o,1,2"),
          "routing/company/x.table.csv",
          List.of(
              "",
              "\n\n\n",
              "id",
              "id,owner,kind,target,priority",
              "id,owner,kind,target,priority\n1,2,3,4,5,6,7",
              "id,owner,kind,target,priority,employees\nC-1,o,unit,emea,1,99999999999999999999",
              "id,owner,kind,target,priority,employees from\nC-1,o,unit,emea,99999999999999,1",
              "id,owner,kind,target,priority,country,country\nC-1,o,unit,emea,1,DE,DE",
              "id,owner,kind,target,priority,today from\nC-1,o,unit,emea,1,12/31/2026",
              "id,owner,kind,target,priority,revenue below\nC-1,o,unit,emea,1,\"1,500\"",
              "id,owner,kind,target,priority,country\nC-1,o,unit,emea,1,\"DE,,AT\"",
              "\"id,owner",
              "id\towner\tkind\ttarget\tpriority\nC-1\to\tunit\temea"));

  @Test
  @Timeout(300)
  void filesBrokenByHandEndInFindings() {
    WRITTEN.forEach(
        (path, texts) ->
            texts.forEach(
                text -> {
                  Examination examination = examine(path, text.getBytes(StandardCharsets.UTF_8));
                  assertThat(examination.findings()).as(path + ": " + text).isNotEmpty();
                  assertThat(examination.findings())
                      .as(path + ": " + text)
                      .anyMatch(found -> found.file().startsWith(path));
                }));
  }

  @Test
  @Timeout(300)
  void filesBrokenByChanceEndInFindingsOrInRules() throws IOException {
    var random = new Random(20260115);
    int broken = 0;
    for (String path :
        List.of(
            "scoring/source.drl",
            "routing/units/emea/dach.dslr",
            "scoring/company-size.drl.csv",
            "scoring/revenue.drl.xlsx",
            "routing/company/countries.table.csv")) {
      byte[] good = Files.readAllBytes(Path.of("rules", path));
      for (int i = 0; i < 40; i++) {
        Examination examination = examine(path, changed(good, random));
        broken +=
            examination.findings().stream().anyMatch(found -> found.file().startsWith(path))
                ? 1
                : 0;
      }
    }
    assertThat(broken).isGreaterThan(60);
  }

  private static byte[] changed(byte[] good, Random random) {
    byte[] changed = good.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
          changed[random.nextInt(changed.length)] = (byte) (32 + random.nextInt(95));
        }
        return changed;
      }
      case 1 -> {
        return Arrays.copyOf(changed, random.nextInt(changed.length));
      }
      case 2 -> {
        int start = random.nextInt(changed.length);
        int end = Math.min(changed.length, start + 1 + random.nextInt(40));
        var left = new ArrayList<Byte>();
        for (int i = 0; i < changed.length; i++) {
          if (i < start || i >= end) {
            left.add(changed[i]);
          }
        }
        var bytes = new byte[left.size()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = left.get(i);
        }
        return bytes;
      }
      default -> {
        int from = random.nextInt(changed.length);
        int to = random.nextInt(changed.length);
        int length = Math.min(30, changed.length - Math.max(from, to));
        System.arraycopy(good, from, changed, to, length);
        return changed;
      }
    }
  }

  /** One file by itself, beside the vocabulary of the project. */
  private static Examination examine(String path, byte[] content) {
    try {
      Path folder = Files.createTempDirectory("broken");
      Files.copy(Path.of("rules/vocabulary.dsl"), folder.resolve("vocabulary.dsl"));
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      Examination examined = RulesOpened.examine(folder.toString());
      FileSystemUtils.deleteRecursively(folder);
      return examined;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
