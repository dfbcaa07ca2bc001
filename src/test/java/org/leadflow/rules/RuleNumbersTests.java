package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.RuleFile;

/** 100, 100.0 and 100.00 are the same amount, however many rules ask for it and in what words. */
class RuleNumbersTests {

  @ParameterizedTest
  @ValueSource(strings = {"<", "<=", ">", ">=", "==", "!="})
  void rulesThatWriteAnAmountInSeveralWaysStandSideBySide(String operator) {
    var text = new StringBuilder("package scoring\nimport org.leadflow.rules.*\n");
    int number = 0;
    for (int amount = 100; amount <= 2000; amount += 100) {
      for (String written : List.of(amount + "", amount + ".0", amount + ".00", amount + "B")) {
        text.append(rule(++number, "revenue " + operator + " " + written));
        text.append(rule(++number, written + " " + turned(operator) + " revenue"));
      }
    }

    Compilation compilation =
        RulesOpened.compile(new RuleFile("scoring/amounts.drl", text.toString()));

    assertThat(compilation.findings()).isEmpty();
    for (String revenue : List.of("99.99", "100", "100.0", "100.000", "1E+2", "1000", "1E+3")) {
      BigDecimal amount = new BigDecimal(revenue);
      Verdict verdict =
          compilation
              .compiled()
              .ask(LeadFacts.on(LocalDate.of(2026, 1, 15)).revenue(amount).build());
      assertThat(verdict.fired()).as(revenue).hasSize(8 * expected(amount, operator));
    }
  }

  private static int expected(BigDecimal revenue, String operator) {
    int found = 0;
    for (int amount = 100; amount <= 2000; amount += 100) {
      int compared = revenue.compareTo(BigDecimal.valueOf(amount));
      boolean holds =
          switch (operator) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "==" -> compared == 0;
            default -> compared != 0;
          };
      found += holds ? 1 : 0;
    }
    return found;
  }

  private static String turned(String operator) {
    return operator.startsWith("<")
        ? operator.replace('<', '>')
        : operator.startsWith(">") ? operator.replace('>', '<') : operator;
  }

  private static String rule(int number, String condition) {
    return """
    rule "Rule %1$d"
    @Id("SCO-%1$d") @Owner("o")
    when LeadFacts( %2$s ) then insert( new Points(1) ); end
    """
        .formatted(number, condition);
  }
}
