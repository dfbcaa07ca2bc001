package org.leadflow.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** What authors in a hurry, other programs and people with bad intentions write into rule files. */
final class HostileFiles {

  static final String DRL =
      """
      package scoring

      import org.leadflow.rules.*

      rule "Large companies are worth 20 points"
      @Id("SCO-010") @Owner("sales-ops")
      when
        LeadFacts( employees >= 250, country == "DE" )
      then
        insert( new Points(20) );
      end
      """;

  static final String SENTENCES =
      """
      rule "Large companies of Germany go to DACH"
      @Id("EMEA-110") @Owner("emea-sales")
      when
        A lead
        - whose country is one of DE, AT or CH
        - with at least 250 employees
      then
        The next of team dach takes it, priority 50
      end
      """;

  static final String DECISIONS =
      """
      RuleSet,scoring
      Import,org.leadflow.rules.*

      RuleTable Company size
      ID,SENTENCE,OWNER,CONDITION,CONDITION,ACTION
      ,,,LeadFacts...,LeadFacts...,
      ,,,employees >= $param,employees < $param,insert( new Points($param) );
      id,sentence,owner,employees from,employees below,points
      SCO-010,Large companies are worth 20 points,sales-ops,250,1000,20
      SCO-012,Small companies are worth 12 points,sales-ops,50,250,12
      """;

  static final String ROUTES =
      """
      id,sentence,owner,country,employees from,kind,target,priority
      CO-030,Germany and Austria belong to EMEA,sales-ops,"DE, AT",,unit,emea,50
      CO-031,Large companies of Brazil belong to Americas,sales-ops,BR,250,unit,americas,50
      """;

  static final String CASES =
      """
      - because: large
        lead: { employees: 250, country: DE }
        fires: [SCO-010]
      - because: small
        lead: { employees: 249 }
        fires: []
      """;

  private static final Map<String, String> CASES_BESIDE =
      Map.of(
          "scoring/x.drl",
          CASES,
          "scoring/x.drl.csv",
          """
          - because: large
            lead: { employees: 250 }
            fires: [SCO-010]
          - because: small
            lead: { employees: 50 }
            fires: [SCO-012]
          """,
          "routing/units/emea/x.dslr",
          """
          - because: large
            lead: { country: DE, employees: 250 }
            fires: [EMEA-110]
          - because: small
            lead: { country: DE, employees: 249 }
            fires: []
          """,
          "routing/company/x.table.csv",
          """
          - because: Germany
            lead: { country: DE }
            fires: [CO-030]
          - because: Brazil, small
            lead: { country: BR }
            fires: []
          """);

  /** Cases that are true of the good file of this path; null when there are none. */
  static @Nullable String casesBeside(String path) {
    return CASES_BESIDE.get(path.replace(".xlsx", ".csv"));
  }

  /** The files all broken ones were made of. */
  static List<Hostile> good() {
    var files = new HostileFiles();
    files.add("scoring/x.drl", "good", DRL);
    files.add("routing/units/emea/x.dslr", "good", SENTENCES);
    files.add("scoring/x.drl.csv", "good", DECISIONS);
    files.add("routing/company/x.table.csv", "good", ROUTES);
    files.sheet("routing/company/x.table.xlsx", "good", sheet -> {});
    files.add("scoring/x.drl", "with a mark before", "\uFEFF" + DRL);
    files.add("scoring/x.drl", "of Windows", DRL.replace("\n", "\r\n"));
    files.add(
        "scoring/x.drl.csv", "with semicolons", DECISIONS.replace(',', ';').replace("; $", ", $"));
    files.add("routing/company/x.table.csv", "UTF-16", ("\uFEFF" + ROUTES).getBytes(UTF_16LE));
    return files.all;
  }

  /**
   * @param path in the rules folder
   * @param what it is about
   */
  record Hostile(String path, String what, byte[] content) {

    @Override
    public String toString() {
      return path + ": " + what;
    }
  }

  private final List<Hostile> all = new ArrayList<>();

  static List<Hostile> all() {
    var files = new HostileFiles();
    files.rules();
    files.sentences();
    files.decisions();
    files.routes();
    files.cases();
    files.spreadsheets();
    files.names();
    files.encodings();
    files.cut();
    return files.all;
  }

  private void rules() {
    String path = "scoring/x.drl";
    for (String[] each :
        new String[][] {
          {"package scoring\n", ""},
          {"package scoring", "package screening"},
          {"package scoring", "package"},
          {"package scoring", "package scoring\npackage screening"},
          {"import org.leadflow.rules.*", ""},
          {"import org.leadflow.rules.*", "import java.lang.Runtime"},
          {
            "import org.leadflow.rules.*",
            "import org.leadflow.rules.*\nimport static java.lang.System.exit"
          },
          {
            "import org.leadflow.rules.*",
            "import org.leadflow.rules.*\nimport function java.lang.System.exit"
          },
          {
            "import org.leadflow.rules.*",
            "import org.leadflow.rules.*\nimport accumulate java.util.List x"
          },
          {"import org.leadflow.rules.*", "import org.leadflow.rules.*\nglobal java.util.List out"},
          {
            "import org.leadflow.rules.*",
            "import org.leadflow.rules.*\nfunction void f() { System.exit(1); }"
          },
          {
            "import org.leadflow.rules.*",
            "import org.leadflow.rules.*\ndeclare Bad\n  name : String\nend"
          },
          {
            "import org.leadflow.rules.*",
            "import org.leadflow.rules.*\nquery \"q\"\n  LeadFacts()\nend"
          },
          {"import org.leadflow.rules.*", "import org.leadflow.rules.*\nunit x.Y;"},
          {"import org.leadflow.rules.*", "import org.leadflow.rules.*;\nevent"},
          {"when", "salience 10\nwhen"},
          {"when", "salience ( employees )\nwhen"},
          {"when", "no-loop\nwhen"},
          {"when", "timer (int: 1s)\nwhen"},
          {"when", "dialect \"java\"\nwhen"},
          {"when", "extends \"Other\"\nwhen"},
          {"when", "enabled false\nwhen"},
          {"when", "date-effective \"01-JAN-2030\"\nwhen"},
          {"@Id(\"SCO-010\") ", ""},
          {"@Id(\"SCO-010\") ", "@Id() "},
          {"@Id(\"SCO-010\") ", "@id(\"SCO-010\") "},
          {" @Owner(\"sales-ops\")", ""},
          {"\"Large companies are worth 20 points\"", ""},
          {"\"Large companies are worth 20 points\"", "\u201eLarge companies\u201c"},
          {"rule ", "rul "},
          {"when", "wenn"},
          {"then", ""},
          {"\nend", ""},
          {"LeadFacts(", "Leadfacts("},
          {"LeadFacts(", "Lead("},
          {"LeadFacts(", "java.lang.Runtime("},
          {"LeadFacts(", "exists Points("},
          {
            "LeadFacts( employees >= 250, country == \"DE\" )",
            "LeadFacts( ) from new java.util.ArrayList()"
          },
          {
            "LeadFacts( employees >= 250, country == \"DE\" )",
            "forall( LeadFacts( employees > 1 ) )"
          },
          {
            "LeadFacts( employees >= 250, country == \"DE\" )",
            "eval( Runtime.getRuntime() != null )"
          },
          {"LeadFacts( employees >= 250, country == \"DE\" )", "LeadFacts( eval( true ) )"},
          {
            "LeadFacts( employees >= 250, country == \"DE\" )",
            "LeadFacts( employees >= 250 ) or Points( )"
          },
          {"employees >=", "employes >="},
          {"employees >=", "Employees >="},
          {"employees >=", "employees =>"},
          {"employees >=", "employees ="},
          {"employees >=", "employees ~="},
          {"employees >=", "employees is at least"},
          {"employees >= 250", "employees between 250 and 500"},
          {"employees >= 250", "employees is not null"},
          {"employees >= 250", "employees >= 5_000"},
          {"country == \"DE\"", "country == \"DE\" or \"AT\""},
          {"country == \"DE\"", "country IN (\"DE\", \"AT\")"},
          {"country == \"DE\"", "country.equals(\"DE\")"},
          {", country", " AND country"},
          {"package scoring", "package sales/scoring"},
          {"import org.leadflow.rules.*", "import org.leadflow.rules.*\n# our rules"},
          {"import org.leadflow.rules.*", "import org.leadflow.rules.*\n@Owner(\"sales-ops\")"},
          {"insert( new Points(20) );", "Insert( new Points(20) );"},
          {"insert( new Points(20) );", "insert( new Points(\"20\") );"},
          {"employees >= 250", "employees >= many"},
          {"employees >= 250", "employees >= \"many\""},
          {"employees >= 250", "employees >= 1.000,00"},
          {"employees >= 250", "employees >= 99999999999999999999"},
          {"employees >= 250", "employees >= 250 and employees < 100"},
          {"employees >= 250", "employees >= 250, employees < 100"},
          {"employees >= 250", "employees >="},
          {"employees >= 250", "employees >= 250 &&"},
          {"employees >= 250", "( employees >= 250"},
          {"employees >= 250", "budget > 1,500"},
          {"employees >= 250", "today > \"31.12.2026\""},
          {"employees >= 250", "today > \"2026-02-30\""},
          {"employees >= 250", "decisionMaker == \"yes\""},
          {"employees >= 250", "decisionMaker"},
          {"employees >= 250", "jobTitle matches \"(\""},
          {"employees >= 250", "jobTitle matches \"[a-\""},
          {"employees >= 250", "jobTitle str[startsWith] \"x\""},
          {"employees >= 250", "jobTitle memberOf \"x\""},
          {"employees >= 250", "jobTitle soundslike \"x\""},
          {"employees >= 250", "jobTitle.length() > 3"},
          {"employees >= 250", "getClass() != null"},
          {"employees >= 250", "jobTitle.class.forName(\"java.lang.Runtime\") != null"},
          {"employees >= 250", "new ProcessBuilder(\"ls\").start() != null"},
          {"employees >= 250", "Thread.sleep(99999)"},
          {"country == \"DE\"", "country == \"Germany\""},
          {"country == \"DE\"", "country == 'Deutschland'"},
          {"country == \"DE\"", "country == DE"},
          {"country == \"DE\"", "country == \u201cDE\u201d"},
          {"country == \"DE\"", "country in \"DE\""},
          {"country == \"DE\"", "country in ()"},
          {"country == \"DE\"", "country == \"DE"},
          {"country == \"DE\"", "industry == \"Bankng\""},
          {"insert( new Points(20) );", ""},
          {"insert( new Points(20) );", "insert( new Points(20) ); insert( new Points(1) );"},
          {"insert( new Points(20) );", "insert( new Points(twenty) );"},
          {"insert( new Points(20) );", "insert( new Points(2000) );"},
          {"insert( new Points(20) );", "insert( new Points(99999999999) );"},
          {"insert( new Points(20) );", "insert( new Blocker(\"Unsolicited\") );"},
          {"insert( new Points(20) );", "insert( Target.person(\"anna\", 10) );"},
          {"insert( new Points(20) );", "System.exit(1);"},
          {"insert( new Points(20) );", "Runtime.getRuntime().exec(\"ls\");"},
          {"insert( new Points(20) );", "insertLogical( new Points(20) );"},
          {"insert( new Points(20) );", "insert( new Points(20) ); drools.halt();"},
          {"insert( new Points(20) );", "while (true) { }"},
          {"insert( new Points(20) );", "modify( $l ) { }"},
        }) {
      changed(path, DRL, each[0], each[1]);
    }
    add(path, "nothing", "");
    add(path, "only blanks", " \n\t\n");
    add(path, "only a remark", "package scoring\n// later\n");
    add(path, "a remark that never ends", DRL + "/* the rest");
    add(path, "the same rule twice", DRL + DRL.substring(DRL.indexOf("rule")));
    add(path, "brackets in brackets", DRL.replace("250,", "250, " + "(".repeat(3000)));
    add(path, "a page of the web", "<!DOCTYPE html>\n<html><body>rule</body></html>");
    add(path, "JSON", "{\"rule\": \"x\", \"when\": []}");
    add(path, "a zero byte", DRL.replace("DE", "D\0E"));
    add(path, "decision table", DECISIONS);
  }

  private void sentences() {
    String path = "routing/units/emea/x.dslr";
    for (String[] each :
        new String[][] {
          {"A lead\n", ""},
          {"A lead", "A led"},
          {"- whose", "* whose"},
          {"whose country is one of", "whose land is one of"},
          {"whose country is one of DE, AT or CH", "whose country is one of"},
          {"DE, AT or CH", "Germany or Austria"},
          {"at least 250 employees", "at least many employees"},
          {"at least 250 employees", "250 or more employees"},
          {"at least 250 employees", "at least 5,000 employees"},
          {"at least 250 employees", "at least 5.000 employees"},
          {"- whose", "\u2022 whose"},
          {"A lead", "Otherwise"},
          {"at least 250 employees", "at least 250 people of good will"},
          {"The next of team dach takes it, priority 50", "The next of team dach takes it"},
          {
            "The next of team dach takes it, priority 50",
            "The next of team dach takes it, priority high"
          },
          {"The next of team dach takes it, priority 50", "Somebody takes it"},
          {"The next of team dach takes it, priority 50", ""},
          {
            "The next of team dach takes it, priority 50",
            "The next of team dach takes it, priority 50\n  The next of team alps takes it, priority 50"
          },
          {"The next of team dach takes it, priority 50", "> System.exit(1);"},
          {"- with at least 250 employees", "> LeadFacts( eval( true ) )"},
          {"@Id(\"EMEA-110\") ", ""},
          {"when", ""},
          {"then", ""},
          {"\nend", ""},
          {"rule \"", "rule "},
          {
            "- with at least 250 employees",
            "- with at least 250 employees\n  - with at least 500 employees and fewer than 100"
          },
        }) {
      changed(path, SENTENCES, each[0], each[1]);
    }
    add(path, "nothing", "");
    add(path, "prose", "Please send all large leads to Anna. Thank you!");
    add(path, "rules of the other kind", DRL);
    String vocabulary = "routing/units/emea/vocabulary.dsl";
    add(vocabulary, "no equals sign", "[condition][]a lead LeadFacts()");
    add(vocabulary, "a bracket too few", "[condition[]a lead=LeadFacts()");
    add(vocabulary, "prose", "These are the words of our company.");
    add(vocabulary, "a broken pattern", "[when]- with ({a}=employees > {a}");
  }

  private void decisions() {
    String path = "scoring/x.drl.csv";
    for (String[] each :
        new String[][] {
          {"RuleSet,scoring", "RuleSet,screening"},
          {"Import,org.leadflow.rules.*", "Import,java.lang.Runtime"},
          {"Import,org.leadflow.rules.*", "Functions,void f() {}"},
          {"Import,org.leadflow.rules.*", "Variables,java.util.List out"},
          {"Import,org.leadflow.rules.*", "Queries,q"},
          {"Import,org.leadflow.rules.*", "Declare,declare X end"},
          {"Import,org.leadflow.rules.*", "EscapeQuotes,false"},
          {"RuleTable Company size", "Company size"},
          {"RuleTable Company size", "RuelTable Company size"},
          {"ID,SENTENCE", ",SENTENCE"},
          {"ID,SENTENCE", "ID,ID"},
          {"ID,SENTENCE,OWNER", "ID,SENTENCE,CREATOR"},
          {"CONDITION,CONDITION,ACTION", "CONDITION,CONDITION,"},
          {"CONDITION,CONDITION,ACTION", "CONDITION,CONDITION,CONDITION"},
          {"CONDITION,CONDITION,ACTION", "CONDITION,CONDITION,ACTION,ACTION"},
          {"CONDITION,CONDITION,ACTION", "CONDITION,CONDITION,PRIORITY"},
          {"CONDITION,CONDITION,ACTION", "CONDITION,CONDITION,DURATION"},
          {",,,LeadFacts...,LeadFacts...,", ",,,Lead...,Lead...,"},
          {",,,LeadFacts...,LeadFacts...,", ",,,,,"},
          {"employees >= $param", "employes >= $param"},
          {"employees >= $param", "employees >= $parm"},
          {"employees >= $param", "employees >= $1, $2"},
          {"employees >= $param", "employees => $param"},
          {"employees >= $param", ""},
          {"insert( new Points($param) );", "System.exit($param);"},
          {"insert( new Points($param) );", "insert( new Points($param)"},
          {"insert( new Points($param) );", ""},
          {"SCO-010,", ","},
          {"SCO-012", "SCO-010"},
          {",sales-ops,250", ",,250"},
          {"Small companies are worth 12 points", "Large companies are worth 20 points"},
          {"250,1000,20", "many,1000,20"},
          {"250,1000,20", "250,1000,"},
          {"250,1000,20", "250,1000,twenty"},
          {"250,1000,20", "250,1000,2000"},
          {"250,1000,20", "1000,250,20"},
          {"250,1000,20", "250,1000,20,and more"},
          {"250,1000,20", "250 or so,1000,20"},
          {"250,1000,20", "=A1,1000,20"},
          {"250,1000,20", "\"250,1000,20"},
          {"250,1000,20", "1.000,1000,20"},
          {"250,1000,20", "\"250 ) ; drools.halt() ; LeadFacts( employees > 1\",1000,20"},
        }) {
      changed(path, DECISIONS, each[0], each[1]);
    }
    add(path, "another separator", DECISIONS.replace(',', '|'));
    add(path, "no rows", DECISIONS.substring(0, DECISIONS.indexOf("SCO-010")));
    add(path, "a routing table", ROUTES);
    add(path, "rules", DRL);
  }

  private void routes() {
    String path = "routing/company/x.table.csv";
    for (String[] each :
        new String[][] {
          {"id,sentence", "sentence"},
          {"id,sentence", "id,id"},
          {"id,sentence", "ID ,remark"},
          {",owner,", ",owners,"},
          {"country,employees from", "country,country"},
          {"country,employees from", "land,employees from"},
          {"country,employees from", "country,employees starting at"},
          {"country,employees from", "country,employees contains"},
          {"country,employees from", "country,employees  from,"},
          {"country,employees from", "country above,employees from"},
          {"kind,target,priority", "kind,target"},
          {"CO-031", "CO-030"},
          {"CO-031", ""},
          {"\"DE, AT\"", "\"DE, UK\""},
          {"\"DE, AT\"", "Germany"},
          {"\"DE, AT\"", "\"DE,,AT\""},
          {"\"DE, AT\"", "\"DE"},
          {"\"DE, AT\"", "DE, AT"},
          {"\"DE, AT\"", "DE / AT"},
          {"BR,250", "BR,many"},
          {"BR,250", "BR,1.000"},
          {"BR,250", "BR,2e3"},
          {"BR,250", "BR,>= 250"},
          {"BR,250", "BR,[250..500]"},
          {"BR,250", "BR,250-500"},
          {"BR,250", "BR,250+"},
          {"BR,250", "BR,\"5,000\""},
          {"BR,250", "BR,5'000"},
          {"BR,250", "any,250"},
          {"BR,250", "n/a,250"},
          {"BR,250", "not BR,250"},
          {"BR,250", "BR; CL,250"},
          {"country,employees from", "country,employees >="},
          {"country,employees from", "country,min employees"},
          {"BR,250", "BR,99999999999"},
          {"BR,250", "BR,=250"},
          {"BR,250", "BR,#REF!"},
          {"250,unit", "250,division"},
          {"250,unit", "250,team"},
          {"250,unit", "250,"},
          {"unit,americas,50", "unit,,50"},
          {"unit,americas,50", "unit,amer\"\"icas,50"},
          {"unit,americas,50", "unit,\"a\"\"b\",50"},
          {"unit,americas,50", "unit,americas,first"},
          {"unit,americas,50", "unit,americas,"},
          {"unit,americas,50", "unit,americas,0.5"},
          {"unit,americas,50", "unit,americas,50,60"},
          {"unit,americas,50", "unit," + "a".repeat(40_000) + ",50"},
          {"sales-ops,BR", ",BR"},
          {"\"DE, AT\",,unit", "BR,300,unit"},
        }) {
      changed(path, ROUTES, each[0], each[1]);
    }
    add(path, "another separator", ROUTES.replace(',', '|'));
    add(path, "only the head", ROUTES.substring(0, ROUTES.indexOf("CO-030")));
    add(path, "only remarks", ROUTES.replace("CO-", "# CO-"));
    add(path, "no head", ROUTES.substring(ROUTES.indexOf("CO-030")));
    add(
        path,
        "separators of two kinds",
        ROUTES.replaceFirst("(?s)(.*\n.*)\n", "$1\n").replace("CO-031,", "CO-031;"));
    add(path, "more than a thousand columns", ROUTES + "x,".repeat(1100));
    add(path, "a decision table", DECISIONS);
    add("scoring/x.table.csv", "a routing table where points are given", ROUTES);
  }

  private void cases() {
    String path = "scoring/size.cases.yaml";
    for (String[] each :
        new String[][] {
          {"- because: large", "because: large"},
          {"- because: large", "- wherefore: large"},
          {"employees: 250", "employes: 250"},
          {"employees: 250", "employees: many"},
          {"employees: 250", "employees: [250]"},
          {"employees: 250", "employees: 5,000"},
          {"employees: 250", "employees: ~"},
          {
            "{ employees: 250, country: DE }",
            "&large { employees: 250, country: DE }\n  <<: *large"
          },
          {"- because: small", "---\n- because: small"},
          {"employees: 250", "employees: 250, employees: 251"},
          {"country: DE", "country: Germany"},
          {"{ employees: 250, country: DE }", "{ employees: 250"},
          {"{ employees: 250, country: DE }", "large"},
          {"[SCO-010]", "[SCO-011]"},
          {"[SCO-010]", "SCO-010: yes"},
          {"[SCO-010]", "[]"},
          {"fires: []", "fires: []\n  answer: unit emea"},
          {"fires: []", "fires: []\n  answer: perhaps"},
          {"  lead: { employees: 250", "\tlead: { employees: 250"},
          {"- because: large", "- !!java.lang.Runtime because: large"},
        }) {
      changed(path, CASES, each[0], each[1]);
    }
    add(path, "nothing", "");
    add(path, "prose", "Everybody is content.");
    add("scoring/other.cases.yaml", "cases of no rules", CASES);
  }

  private void spreadsheets() {
    String path = "routing/company/x.table.xlsx";
    byte[] good = workbook(book -> rows(book.createSheet("Rules")));
    add(path, "cut in the middle", Arrays.copyOf(good, good.length / 2));
    add(path, "cut at the end", Arrays.copyOf(good, good.length - 30));
    add(path, "only its first bytes", Arrays.copyOf(good, 4));
    add(path, "text with a wrong name", ROUTES);
    add(path, "of the old kind", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0));
    add(path, "nothing", "");
    add(path, "a zip of something else", zip("readme.txt", ROUTES));
    add(path, "a zip with a broken book", zip("xl/workbook.xml", "<workbook"));
    add(path, "an empty sheet", workbook(book -> book.createSheet("Rules")));
    add(path, "no sheet", workbook(book -> {}));
    sheet(path, "a second sheet", sheet -> rows(sheet.getWorkbook().createSheet("More")));
    sheet(path, "merged rows", sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 3, 3)));
    sheet(path, "merged columns", sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 2)));
    sheet(path, "a formula that fails", sheet -> formula(sheet, "1/0"));
    sheet(
        path,
        "a formula that was never computed",
        sheet -> sheet.getRow(2).createCell(7).setCellFormula("25+25"));
    sheet(
        path,
        "a number where a country belongs",
        sheet -> sheet.getRow(1).getCell(3).setCellValue(49));
    sheet(
        path,
        "a day where a number belongs",
        sheet -> sheet.getRow(2).getCell(4).setCellValue("2026-01-15"));
    sheet(path, "half a person", sheet -> sheet.getRow(2).getCell(4).setCellValue(250.5));
    sheet(
        path,
        "a cell as large as can be",
        sheet -> sheet.getRow(2).getCell(6).setCellValue("x".repeat(32_767)));
    sheet(
        path,
        "a cell far to the right",
        sheet -> sheet.getRow(2).createCell(5000).setCellValue("x"));
    sheet(
        path, "a value without a head", sheet -> sheet.getRow(2).createCell(12).setCellValue("x"));
    sheet(
        path,
        "a title above the table",
        sheet -> {
          sheet.shiftRows(0, 2, 1);
          sheet.createRow(0).createCell(0).setCellValue("Our rules");
        });
    sheet(path, "the same id twice", sheet -> sheet.getRow(2).getCell(0).setCellValue("CO-030"));
    add("scoring/x.drl.xlsx", "a routing table", good);
    add("routing/company/x.table.csv", "a spreadsheet with a wrong name", good);
    add("scoring/x.drl", "a spreadsheet with a wrong name", good);
  }

  private void names() {
    for (String name :
        List.of(
            "scoring/x.csv",
            "scoring/x.xlsx",
            "scoring/x.xls",
            "scoring/x.ods",
            "scoring/x.DRL",
            "scoring/x.drl.txt",
            "scoring/x.drools",
            "scoring/x.table.CSV",
            "scoring/x.dsrl",
            "scoring/x.case.yaml",
            "scoring/x.cases.yml",
            "scoring/words.dsl",
            "scoring/x",
            "x.drl",
            "routing/x.drl",
            "routing/units/x.drl",
            "routing/unit/emea/x.drl",
            "routing/units/emea/deeper/x.drl",
            "routing/units/em ea/x.drl",
            "Scoring/x.drl")) {
      add(name, "a name that means nothing", DRL);
    }
  }

  private void encodings() {
    String umlaut = DRL.replace("Large", "Gro\u00dfe");
    add("scoring/x.drl", "Latin-1", umlaut.getBytes(ISO_8859_1));
    add("scoring/x.drl", "UTF-16 that does not say so", umlaut.getBytes(UTF_16LE));
    add("scoring/x.drl", "half of UTF-16", bytes(0xff, 0xfe, 0x41));
    add("scoring/x.dslr", "Latin-1", umlaut.getBytes(ISO_8859_1));
    add(
        "routing/company/x.table.csv",
        "Latin-1",
        ROUTES.replace("Large", "Gro\u00dfe").getBytes(ISO_8859_1));
    add(
        "scoring/x.drl.csv",
        "Latin-1",
        DECISIONS.replace("Large", "Gro\u00dfe").getBytes(ISO_8859_1));
    add(
        "scoring/size.cases.yaml",
        "Latin-1",
        CASES.replace("large", "gro\u00df").getBytes(ISO_8859_1));
    add("scoring/x.drl", "bytes by chance", bytes(1, 200, 3, 255, 17, 128, 9, 10, 13, 254));
  }

  /** A file that was not written to its end. */
  private void cut() {
    for (int part = 1; part < 8; part++) {
      cut("scoring/x.drl", DRL, part);
      cut("routing/units/emea/x.dslr", SENTENCES, part);
      cut("scoring/x.drl.csv", DECISIONS, part);
      cut("routing/company/x.table.csv", ROUTES, part);
    }
  }

  private void cut(String path, String text, int part) {
    add(path, "cut after " + part + "/8", text.substring(0, text.length() * part / 8));
  }

  private void changed(String path, String good, String what, String into) {
    if (!good.contains(what)) {
      throw new IllegalArgumentException("There is no " + what);
    }
    int shown = Math.min(60, into.length());
    add(path, what.strip() + " -> " + into.substring(0, shown).strip(), good.replace(what, into));
  }

  private void add(String path, String what, String content) {
    add(path, what, content.getBytes(UTF_8));
  }

  private void add(String path, String what, byte[] content) {
    all.add(new Hostile(path, what, content));
  }

  private void sheet(String path, String what, Consumer<XSSFSheet> change) {
    add(
        path,
        what,
        workbook(
            book -> {
              XSSFSheet sheet = book.createSheet("Rules");
              rows(sheet);
              change.accept(sheet);
            }));
  }

  private static void formula(XSSFSheet sheet, String formula) {
    sheet.getRow(2).createCell(7).setCellFormula(formula);
    sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
  }

  private static void rows(XSSFSheet sheet) {
    List<List<String>> rows =
        ROUTES
            .lines()
            .map(line -> List.of(line.replace("\"DE, AT\"", "DE").split(",", -1)))
            .toList();
    for (int row = 0; row < rows.size(); row++) {
      sheet.createRow(row);
      for (int column = 0; column < rows.get(row).size(); column++) {
        sheet.getRow(row).createCell(column).setCellValue(rows.get(row).get(column));
      }
    }
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> content) {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      content.accept(book);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] zip(String name, String text) {
    try (var bytes = new ByteArrayOutputStream();
        var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(UTF_8));
      zip.finish();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
