package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadflow.rules.drools.RealCompiler;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.RulesFolder;
import org.leadflow.rules.house.SetExamination;
import org.leadflow.rules.sheet.Csv;
import org.leadflow.rules.sheet.Unreadable;

/**
 * The assignment rule with which Salesforce is usually explained, an ordered list of which the
 * first entry that fits decides, gives the same owners in every format as it gives there:
 *
 * <ol>
 *   <li>a partner's leads wait for the partner manager
 *   <li>State equals California: Stacy
 *   <li>Country equals United Kingdom or Ireland: Ben
 *   <li>Country equals France and Employees at least 200: Lucy
 *   <li>Annual Revenue greater than 500,000,000: queue of high rollers
 *   <li>Industry equals Consulting, Rating not Cold: the consultants, one after the other
 *   <li>otherwise: the default lead owner
 * </ol>
 */
class RulesOfAnotherProductTests {

  private static final String SET = "routing/units/acme";

  private static final String RULES =
      """
      package routing.units.acme
      import org.leadflow.rules.*
      rule "Leads of partners wait for the partner manager" @Id("AC-010") @Owner("acme")
      when LeadFacts( partner != null ) then insert( Target.queue("partners", 10) ); end
      rule "California is Stacy's" @Id("AC-020") @Owner("acme")
      when LeadFacts( state == "California" ) then insert( Target.person("stacy", 20) ); end
      rule "The United Kingdom and Ireland are Ben's" @Id("AC-030") @Owner("acme")
      when LeadFacts( country in ("GB", "IE") ) then insert( Target.person("ben", 30) ); end
      rule "Large companies of France are Lucy's" @Id("AC-040") @Owner("acme")
      when LeadFacts( country == "FR", employees >= 200 ) then insert( Target.person("lucy", 40) ); end
      rule "High rollers have a queue" @Id("AC-050") @Owner("acme")
      when LeadFacts( revenue > 500000000 ) then insert( Target.queue("high-rollers", 50) ); end
      rule "Consulting goes round" @Id("AC-060") @Owner("acme")
      when LeadFacts( industry == "Consulting", rating != "Cold" ) then insert( Target.team("consultants", 60) ); end
      rule "Everybody else is the default owner's" @Id("AC-900") @Owner("acme")
      when LeadFacts( ) then insert( Target.person("default", 900) ); end
      """;

  private static final String SENTENCES =
      """
      rule "Leads of partners wait for the partner manager"
      @Id("AC-010") @Owner("acme")
      when
        A lead
        - whose partner is known
      then
        The queue partners takes it, priority 10
      end

      rule "California is Stacy's"
      @Id("AC-020") @Owner("acme")
      when
        A lead
        - whose state is California
      then
        The person stacy takes it, priority 20
      end

      rule "The United Kingdom and Ireland are Ben's"
      @Id("AC-030") @Owner("acme")
      when
        A lead
        - whose country is one of GB or IE
      then
        The person ben takes it, priority 30
      end

      rule "Large companies of France are Lucy's"
      @Id("AC-040") @Owner("acme")
      when
        A lead
        - whose country is FR
        - with at least 200 employees
      then
        The person lucy takes it, priority 40
      end

      rule "High rollers have a queue"
      @Id("AC-050") @Owner("acme")
      when
        A lead
        - whose annual revenue is more than 500000000
      then
        The queue high-rollers takes it, priority 50
      end

      rule "Consulting goes round"
      @Id("AC-060") @Owner("acme")
      when
        A lead
        - whose industry is Consulting
        - whose rating is not Cold
      then
        The next of team consultants takes it, priority 60
      end

      rule "Everybody else is the default owner's"
      @Id("AC-900") @Owner("acme")
      when
        Every lead
      then
        The person default takes it, priority 900
      end
      """;

  private static final String DECISIONS =
      """
      RuleSet,routing.units.acme
      Import,org.leadflow.rules.*

      RuleTable Persons
      ID,SENTENCE,OWNER,CONDITION,CONDITION,CONDITION,ACTION
      ,,,LeadFacts...,LeadFacts...,LeadFacts...,
      ,,,state == "$param",country in ($param),employees >= $param,"insert( Target.person(""$1"", $2) );"
      id,sentence,owner,state,countries,employees from,person and priority
      AC-020,California is Stacy's,acme,California,,,"stacy, 20"
      AC-030,The United Kingdom and Ireland are Ben's,acme,,"GB, IE",,"ben, 30"
      AC-040,Large companies of France are Lucy's,acme,,FR,200,"lucy, 40"

      RuleTable Queues
      ID,SENTENCE,OWNER,CONDITION,CONDITION,ACTION
      ,,,LeadFacts...,LeadFacts...,
      ,,,revenue > $param,partner != $param,"insert( Target.queue(""$1"", $2) );"
      id,sentence,owner,revenue above,partner,queue and priority
      AC-010,Leads of partners wait for the partner manager,acme,,null,"partners, 10"
      AC-050,High rollers have a queue,acme,500000000,,"high-rollers, 50"

      RuleTable Teams
      ID,SENTENCE,OWNER,CONDITION,CONDITION,ACTION
      ,,,LeadFacts...,LeadFacts...,
      ,,,industry == "$param",rating != "$param","insert( Target.team(""$1"", $2) );"
      id,sentence,owner,industry,rating not,team and priority
      AC-060,Consulting goes round,acme,Consulting,Cold,"consultants, 60"
      """;

  /** What a table has no place for: a rule that asks nothing. */
  private static final String OTHERWISE =
      """
      package routing.units.acme
      import org.leadflow.rules.*
      rule "Everybody else is the default owner's" @Id("AC-900") @Owner("acme")
      when LeadFacts( ) then insert( Target.person("default", 900) ); end
      """;

  private static final String ROWS =
      """
      id,sentence,owner,partner known,state,country,employees from,revenue above,industry,rating not,kind,target,priority
      AC-010,Leads of partners wait for the partner manager,acme,yes,,,,,,,queue,partners,10
      AC-020,California is Stacy's,acme,,California,,,,,,person,stacy,20
      AC-030,The United Kingdom and Ireland are Ben's,acme,,,"GB, IE",,,,,person,ben,30
      AC-040,Large companies of France are Lucy's,acme,,,FR,200,,,,person,lucy,40
      AC-050,High rollers have a queue,acme,,,,,500000000,,,queue,high-rollers,50
      AC-060,Consulting goes round,acme,,,,,,Consulting,Cold,team,consultants,60
      AC-900,Everybody else is the default owner's,acme,,,,,,,,person,default,900
      """;

  private static final String CASES =
      """
      - because: California comes before its size
        lead: { state: California, revenue: 900000000 }
        fires: [AC-020, AC-050, AC-900]
        answer: person stacy
      - because: a partner comes before everything
        lead: { partner: nordwind, country: GB }
        fires: [AC-010, AC-030, AC-900]
        answer: queue partners
      - because: Paris, large
        lead: { country: FR, employees: 200 }
        fires: [AC-040, AC-900]
        answer: person lucy
      - because: Paris, small
        lead: { country: FR, employees: 199 }
        fires: [AC-900]
        answer: person default
      - because: consulting whose rating nobody knows
        lead: { industry: Consulting }
        fires: [AC-060, AC-900]
        answer: team consultants
      """;

  static Stream<String> formats() {
    return formatted().keySet().stream();
  }

  private static Map<String, Map<String, byte[]>> formatted() {
    Map<String, Map<String, byte[]>> formats = new TreeMap<>();
    formats.put("rules", Map.of("all.drl", bytes(RULES)));
    formats.put("sentences", Map.of("all.dslr", bytes(SENTENCES)));
    formats.put(
        "decision table", Map.of("all.drl.csv", bytes(DECISIONS), "rest.drl", bytes(OTHERWISE)));
    formats.put(
        "decision table in a spreadsheet",
        Map.of("all.drl.xlsx", spreadsheet(DECISIONS), "rest.drl", bytes(OTHERWISE)));
    formats.put("routing table", Map.of("all.table.csv", bytes(ROWS)));
    formats.put("routing table with semicolons", Map.of("all.table.csv", bytes(semicolons(ROWS))));
    formats.put("routing table in a spreadsheet", Map.of("all.table.xlsx", spreadsheet(ROWS)));
    return formats;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatNamesTheSameOwnersAsTheOtherProduct(String format) {
    SetExamination examined = examined(formatted().get(format));
    assertThat(examined.findings()).isEmpty();

    int asked = 0;
    for (LeadFacts lead : leads()) {
      assertThat(owner(examined.ready().orElseThrow().rules().ask(lead)))
          .as("%s %s %s %s", lead.state(), lead.country(), lead.employees(), lead.revenue())
          .isEqualTo(owner(lead));
      asked++;
    }
    assertThat(asked).isGreaterThan(1000);
  }

  /** As the other product does it: one entry after the other, the first that fits. */
  private static String owner(LeadFacts lead) {
    if (lead.partner() != null) {
      return "partners";
    } else if ("California".equals(lead.state())) {
      return "stacy";
    } else if ("GB".equals(lead.country()) || "IE".equals(lead.country())) {
      return "ben";
    } else if ("FR".equals(lead.country()) && lead.employees() != null && lead.employees() >= 200) {
      return "lucy";
    } else if (lead.revenue() != null
        && lead.revenue().compareTo(BigDecimal.valueOf(500_000_000)) > 0) {
      return "high-rollers";
    }
    boolean consulting = "Consulting".equals(lead.industry()) && !"Cold".equals(lead.rating());
    return consulting ? "consultants" : "default";
  }

  private static String owner(Verdict verdict) {
    return ((Target) verdict.winner().orElseThrow().outcome()).id();
  }

  private static List<LeadFacts> leads() {
    var leads = new ArrayList<LeadFacts>();
    for (String partner : either("nordwind")) {
      for (String state : either("California", "Nevada")) {
        for (String country : either("GB", "IE", "FR", "US")) {
          for (Integer employees : either(199, 200)) {
            for (BigDecimal revenue :
                either(new BigDecimal("500000000"), new BigDecimal("5e8").add(BigDecimal.ONE))) {
              for (String industry : either("Consulting", "Accounting")) {
                for (String rating : either("Cold", "Hot")) {
                  leads.add(
                      LeadFacts.on(LocalDate.of(2026, 1, 15))
                          .partner(partner)
                          .state(state)
                          .country(country)
                          .employees(employees)
                          .revenue(revenue)
                          .industry(industry)
                          .rating(rating)
                          .build());
                }
              }
            }
          }
        }
      }
    }
    return leads;
  }

  /** One of them, or not known. */
  @SafeVarargs
  private static <T> List<@Nullable T> either(T... values) {
    var all = new ArrayList<@Nullable T>(Arrays.asList(values));
    all.add(null);
    return all;
  }

  private static SetExamination examined(Map<String, byte[]> files) {
    var contents = new TreeMap<String, byte[]>();
    files.forEach((name, content) -> contents.put(SET + "/" + name, content));
    String cases = CASES;
    if (files.containsKey("rest.drl")) {
      cases = CASES.replaceAll("(, )?AC-900", "");
      contents.put(
          SET + "/rest.cases.yaml", bytes("- because: anybody\n  lead: {}\n  fires: [AC-900]\n"));
    } else if (files.keySet().stream().anyMatch(each -> each.contains(".table."))) {
      // Of the rows of a table the first one answers.
      cases = CASES.replaceAll("(?m)(fires: \\[AC-\\d+).*$", "$1]");
    }
    contents.put(SET + "/all.cases.yaml", bytes(cases));
    try {
      contents.put("vocabulary.dsl", Files.readAllBytes(Path.of("rules/vocabulary.dsl")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    List<RuleFile> all = RulesFolder.of("here", contents).files();
    return SetExamination.of(
        SET, all.stream().filter(each -> each.folder().equals(SET)).toList(), RealCompiler.open());
  }

  /** The same cells as an office program saves them: numbers as numbers. */
  private static byte[] spreadsheet(String csv) {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("Rules");
      List<List<String>> rows = Csv.read(csv).rows();
      for (int row = 0; row < rows.size(); row++) {
        XSSFRow cells = sheet.createRow(row);
        for (int column = 0; column < rows.get(row).size(); column++) {
          String value = rows.get(row).get(column);
          if (value.matches("\\d+")) {
            cells.createCell(column).setCellValue(Double.parseDouble(value));
          } else if (!value.isEmpty()) {
            cells.createCell(column).setCellValue(value);
          }
        }
      }
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException | Unreadable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String semicolons(String csv) {
    return csv.replace("\"GB, IE\"", "GB| IE").replace(',', ';').replace("GB| IE", "GB, IE");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
