package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.drools.RealCompiler;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.SetExamination;

/** Tables of ten thousand rows are published like small ones, and soon. */
class RuleLargeTableTests {

  private static final int ROWS = 10_000;

  /** Far above what it takes, and far below what looking at every row for every row takes. */
  private static final double MOST_SECONDS = 6;

  @Test
  void tenThousandAccountsAreReadCheckedAndIndexed() {
    var table = new StringBuilder("id;owner;emailDomain;kind;target;priority\n");
    for (int i = 0; i < ROWS; i++) {
      table.append("K-%d;o;firm%d.example;unit;emea;10\n".formatted(i, i));
    }

    publishes(table, "emailAddress: a@firm77.example, emailDomain: firm77.example", "K-77");
  }

  @Test
  void tenThousandTerritoriesAreReadCheckedAndIndexed() {
    var table =
        new StringBuilder(
            "id;owner;country;postalCode starts with;employees from;employees below;kind;target;priority\n");
    List<String> countries = List.of("DE", "AT", "FR", "US", "IT");
    for (int i = 0; i < ROWS; i++) {
      boolean small = i % 10 < 5;
      table.append(
          "P-%d;o;%s;%d;%s;unit;u%d;%d\n"
              .formatted(
                  i,
                  countries.get(i % 5),
                  i / 10 + 1000,
                  small ? "0;250" : "250;",
                  i % 50,
                  10 + i % 3));
    }

    publishes(table, "country: DE, postalCode: \"1000\", employees: 10", "P-0");
  }

  private static void publishes(CharSequence table, String lead, String fires) {
    List<RuleFile> files =
        List.of(
            new RuleFile("routing/company/large.table.csv", table.toString()),
            new RuleFile(
                "routing/company/large.cases.yaml",
                "- because: one of them\n  lead: { %s }\n  fires: [%s]\n".formatted(lead, fires)));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    SetExamination examined = SetExamination.of("routing/company", files, RealCompiler.open());

    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf("%d rows published in %.2f s of computing%n", ROWS, seconds);
    assertThat(examined.findings()).isEmpty();
    assertThat(examined.ready()).isPresent();
    assertThat(examined.rules()).hasSize(ROWS);
    assertThat(seconds).isLessThan(MOST_SECONDS);
  }
}
