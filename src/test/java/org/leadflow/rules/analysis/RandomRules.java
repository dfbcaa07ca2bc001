package org.leadflow.rules.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.LeadFactsBuilder;

/** Small rule sets of a unit, made by chance, and all leads they could tell apart. */
final class RandomRules {

  private static final List<String> EXACT =
      List.of(
          "country == \"DE\"",
          "country != \"DE\"",
          "country in (\"DE\", \"AT\")",
          "country not in (\"AT\", \"CH\")",
          "country == null",
          "country != null",
          "country matches \"D.|A.\"",
          "employees >= 10",
          "employees < 10",
          "employees > 10",
          "employees <= 20",
          "employees == 20",
          "employees != 10",
          "employees == null",
          "employees in (5, 10)",
          "employees >= 5, employees < 20",
          "budget > 99.50",
          "budget == 100.0",
          "budget <= 100",
          "budget == null",
          "decisionMaker == true",
          "decisionMaker != true",
          "companyName == \"Aurora\"",
          "companyName not in (\"Aurora\", \"Borealis\")",
          "score >= 75",
          "score < 50",
          "grade == \"A\"",
          "grade != \"B\"");

  private static final List<String> VAGUE =
      List.of(
          "companyName matches \"A.*\"",
          "companyName not matches \"(?i)b.*\"",
          "companyName != null, companyName matches \".*s\"",
          "employees != null, employees * 2 > 25",
          "companyName != null, companyName.startsWith(\"A\")",
          "companyName != null, companyName.startsWith(\"Au\")",
          "companyName != null, companyName.endsWith(\"s\")",
          "companyName != null, companyName contains \"or\"",
          "companyName < \"B\"");

  private final Random random;
  private final boolean exact;

  RandomRules(long seed, boolean exact) {
    this.random = new Random(seed);
    this.exact = exact;
  }

  String drl(int rules) {
    var text = new StringBuilder("package routing.units.x\nimport org.leadflow.rules.*\n");
    for (int number = 1; number <= rules; number++) {
      text.append(
          """
          rule "Rule %d"
          @Id("X-%03d") @Owner("x")
          when LeadFacts( %s )
          then insert( %s );
          end
          """
              .formatted(number, number, conditions(), outcome()));
    }
    return text.toString();
  }

  private String conditions() {
    var alternatives = new ArrayList<String>();
    int count = random.nextInt(4) == 0 ? 2 : 1;
    for (int alternative = 0; alternative < count; alternative++) {
      var conditions = new ArrayList<String>();
      for (int each = random.nextInt(4); each > 0; each--) {
        conditions.add(
            "(" + condition().replace(", ", " && ").replace("(5 && 10)", "(5, 10)") + ")");
      }
      alternatives.add(
          conditions.isEmpty() ? "employees != null" : String.join(" && ", conditions));
    }
    return count == 1 && random.nextInt(12) == 0 ? "" : String.join(" || ", alternatives);
  }

  private String condition() {
    List<String> from = exact || random.nextInt(4) > 0 ? EXACT : VAGUE;
    return from.get(random.nextInt(from.size())).replaceAll("\", \"", "\",\"");
  }

  private String outcome() {
    return "Target.team(\"t%d\", %d)".formatted(random.nextInt(3), 10 * (1 + random.nextInt(3)));
  }

  /** Every combination of values that could matter, with names as in a case. */
  static Map<Map<String, String>, LeadFacts> allLeads() {
    var leads = new LinkedHashMap<Map<String, String>, LeadFacts>();
    for (String country : Arrays.asList(null, "DE", "AT", "CH", "FR")) {
      for (String employees : Arrays.asList(null, "0", "5", "7", "10", "13", "20", "21")) {
        for (String budget : Arrays.asList(null, "99.50", "99.75", "100", "250")) {
          for (String company : Arrays.asList(null, "Aurora", "Borealis", "Apus", "Cygnus")) {
            for (String decides : Arrays.asList(null, "true", "false")) {
              for (String score : Arrays.asList(null, "10", "30", "60", "80")) {
                var lead = new LinkedHashMap<String, String>();
                put(lead, "country", country);
                put(lead, "employees", employees);
                put(lead, "budget", budget);
                put(lead, "companyName", company);
                put(lead, "decisionMaker", decides);
                put(lead, "score", score);
                put(lead, "grade", score == null ? null : grade(Integer.parseInt(score)));
                leads.put(lead, facts(lead));
              }
            }
          }
        }
      }
    }
    return leads;
  }

  private static String grade(int score) {
    return score >= 75 ? "A" : score >= 50 ? "B" : score >= 25 ? "C" : "D";
  }

  private static void put(Map<String, String> lead, String fact, String value) {
    if (value != null) {
      lead.put(fact, value);
    }
  }

  static LeadFacts facts(Map<String, String> lead) {
    LeadFactsBuilder facts = LeadFacts.on(LocalDate.of(2026, 1, 15));
    lead.forEach(
        (fact, value) -> {
          switch (fact) {
            case "country" -> facts.country(value);
            case "employees" -> facts.employees(Integer.valueOf(value));
            case "budget" -> facts.budget(new BigDecimal(value));
            case "companyName" -> facts.companyName(value);
            case "decisionMaker" -> facts.decisionMaker(Boolean.valueOf(value));
            case "score" -> facts.score(Integer.valueOf(value));
            case "grade" -> facts.grade(value);
            default -> throw new IllegalArgumentException(fact);
          }
        });
    return facts.build();
  }
}
