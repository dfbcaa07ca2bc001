package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A file of leads from the upload to owners, outcomes and the file of what was rejected. */
abstract class ImportsTests extends WholeWay {

  private static final String HEAD =
      "Lead ID,First Name,Last Name,Company,Email,City,Country,Topic,Employees\n";

  @Autowired ImportWork work;
  @Autowired ImportJobs jobs;
  @Autowired Cutting cutting;
  @Autowired ImportChunks chunks;
  @Autowired ImportRetention retention;
  @Autowired ImportSettings settings;
  @Autowired JdbcAggregateTemplate template;
  @Autowired DataSource database;
  @Autowired TransactionTemplate transaction;

  private String source;

  @BeforeEach
  void anotherSourceEachTime() {
    source = "fair " + unlikeAnyOther();
  }

  @Test
  void everyRowHasItsOutcomeAndEveryLeadItsOwner() {
    int before = count("lead");
    String text =
        HEAD
            + rows(1, 30)
            + "31,Eve,,x,eve@x.example,,,No name,\n32,Eve,Adler,x,no mail,,,Bad,many\n";

    String id = imported("anna", "fair.csv", text);

    JsonNode progress = read(id).get("progress");
    assertThat(progress.get("total").asInt()).isEqualTo(32);
    assertThat(progress.get("created").asInt()).isEqualTo(30);
    assertThat(progress.get("rejected").asInt()).isEqualTo(2);
    assertThat(count("lead")).isEqualTo(before + 30);
    JsonNode all = as("anna").get("/api/imports/" + id + "/rows?size=100").body().get("items");
    assertThat(all.findValuesAsText("row"))
        .isEqualTo(IntStream.rangeClosed(1, 32).mapToObj(String::valueOf).toList());
    JsonNode rejected =
        as("anna").get("/api/imports/" + id + "/rows?outcome=REJECTED").body().get("items");
    assertThat(rejected.get(0).get("reasons").toString()).contains("Last Name: must not be blank");
    assertThat(rejected.get(1).get("reasons").toString())
        .as("all at once, to be corrected at once")
        .contains("Employees: must be a number", "Email: must be an e-mail address");

    UUID lead = UUID.fromString(all.get(0).get("leadId").asText());
    assertThat(ownerOf(lead)).isNotBlank();
    assertThat(lead(lead).text("ownerIdType")).isEqualTo("user");
    assertThat(lead(lead).text("intakeChannel")).isEqualTo("Import");
    assertThat(lead(lead).text("sourceSystem")).isEqualTo(source);
    assertThat(lead(lead).text("sourceKey")).isEqualTo("1");
    assertThat(lead(lead).text("createdBy")).isEqualTo("anna");
    assertThat(
            jdbc.sql("SELECT door FROM lead_audit WHERE lead_id = ? AND seq = 1")
                .param(lead)
                .query(String.class)
                .single())
        .isEqualTo("IMPORT");
    assertThat(count("import_piece WHERE import_id = '" + id + "'")).isZero();
    assertThat(count("import_chunk_rows WHERE import_id = '" + id + "'")).isZero();
  }

  @Test
  void rejectedRowsComeBackCorrected() {
    String id = imported("anna", "fair.csv", HEAD + rows(1, 3) + "4,=1+1,Adler,x,no mail,,,Bad,\n");

    String rejected = as("anna").content("/api/imports/" + id + "/rejected.csv");
    assertThat(rejected.lines())
        .containsExactly(
            "\uFEFF" + HEAD.strip() + ",Rejected because",
            "4,'=1+1,Adler,x,no mail,,,Bad,,Email: must be an e-mail address such as ann@company.example");

    String again = imported("anna", "again.csv", rejected.replace("no mail", "eve@x.example"));
    assertThat(read(again).get("progress").get("created").asInt()).isEqualTo(1);
    assertThat(lead(leadOf(again, 0)).text("firstName")).isEqualTo("=1+1");
  }

  @Test
  void sendingAgainUpdatesByExternalIdAndSaysSo() {
    String text = HEAD + rows(1, 4);
    String first = imported("anna", "fair.csv", text);
    int leads = count("lead");
    UUID changed = leadOf(first, 1);

    String second =
        imported(
            "anna",
            "fair2.csv",
            "Lead ID,Last Name,City,Topic,Company\n1,Vogel1,,Topic 1,\n2,Vogel2,Wien,Topic 2,\n3,,,,\n5,Vogel5,Wien,Topic 5,X\n");

    assertThat(outcomes(second)).containsExactly("UNCHANGED", "UPDATED", "UNCHANGED", "CREATED");
    assertThat(count("lead")).isEqualTo(leads + 1);
    assertThat(leadOf(second, 1)).isEqualTo(changed);
    assertThat(lead(changed).text("address1City")).isEqualTo("Wien");
    assertThat(lead(changed).text("companyName")).as("an empty cell changes nothing").isNotBlank();
  }

  @Test
  void aClosedLeadOfWhichTheFileBringsNothingNewIsUnchanged() {
    String file = HEAD + rows(1, 2);
    String first = imported("anna", "crm.csv", file);
    UUID lead = leadOf(first, 0);
    assertThat(
            as("admin")
                .post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4))
                .status())
        .isEqualTo(200);

    String again = imported("anna", "crm.csv", file);

    assertThat(outcomes(again)).containsExactly("UNCHANGED", "UNCHANGED");
    assertThat(lead(lead).text("stateCode")).isEqualTo("2");
  }

  @Test
  void aRowAboutAClosedLeadLeavesNothingBesideTheLead() {
    String file = HEAD + rows(1, 2);
    UUID lead = leadOf(imported("anna", "crm.csv", file), 0);
    as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    String again = imported("anna", "crm.csv", file.replaceFirst("Petra", "Petronella"));

    assertThat(outcomes(again)).containsExactly("REJECTED", "UNCHANGED");
    assertThat(leadOf(again, 0)).isEqualTo(lead);
    assertThat(as("admin").content("/api/imports/" + again + "/rows")).doesNotContain("Petronella");
    assertThat(as("anna").content("/api/imports/" + again + "/rejected.csv").lines()).hasSize(1);
    assertThat(tasklistOf("anna").get("/imports/" + again).body())
        .contains("what is new stands in a note");
  }

  @Test
  void theSameFileWithoutIdsIsNoSecondLead() {
    String text = HEAD.replace("Lead ID", "Foo") + rows(1, 3);
    imported("anna", "fair.csv", text);
    int leads = count("lead");

    String again = imported("anna", "fair.csv", text);

    assertThat(outcomes(again)).containsOnly("UNCHANGED").hasSize(3);
    assertThat(count("lead")).isEqualTo(leads);
  }

  @Test
  void theSameFileReadAnotherWayTakesNoRowForAnother() {
    String text = "Ada,One\nBea,Two\nCleo,Three\n";
    Map<String, Object> mapping =
        Map.of(
            "columns",
            List.of(
                Map.of("column", 0, "field", "lastName"), Map.of("column", 1, "field", "subject")));
    String first = sent("anna", "fair.csv", text);
    start(
        "anna",
        first,
        Map.of("source", source, "mapping", mapping, "settings", Map.of("header", true)));
    awaitDone(first);

    String again = sent("anna", "fair.csv", text);
    start(
        "anna",
        again,
        Map.of("source", source, "mapping", mapping, "settings", Map.of("header", false)));
    awaitDone(again);

    assertThat(outcomes(again)).containsExactly("CREATED", "UNCHANGED", "UNCHANGED");
    assertThat(lead(leadOf(first, 0)).text("lastName")).isEqualTo("Bea");
  }

  @Test
  void theSameIdTwiceInAFileIsOneLead() {
    String id = imported("anna", "fair.csv", HEAD + "7,Ann,Vogel,,,,,T,\n7,Ann,Kern,,,,,T,\n");

    assertThat(outcomes(id)).containsExactly("CREATED", "UPDATED");
    assertThat(lead(leadOf(id, 0)).text("lastName")).isEqualTo("Kern");
  }

  @Test
  void aSourceOfSomebodyElseIsNotOverwritten() {
    String first = imported("lena", "fair.csv", HEAD + rows(1, 1));
    taskOf(leadOf(first, 0), "UserTask_WorkLead");

    String second = imported("freja", "fair.csv", HEAD + rows(1, 1).replace("Köln", "Rom"));

    assertThat(outcomes(second)).containsExactly("REJECTED");
    assertThat(lead(leadOf(first, 0)).text("address1City")).isEqualTo("Köln");
  }

  @Test
  void aPartnersFileIsHisPartnersAlone() {
    String mine = imported("freja", "p.csv", HEAD + rows(1, 1));
    String partner =
        jdbc.sql("SELECT partner_id FROM app_user WHERE id = 'freja'").query(String.class).single();

    assertThat(lead(leadOf(mine, 0)).text("channelPartnerId")).isEqualTo(partner);
    assertThat(
            outcomes(
                imported("freja", "q.csv", "Last Name,Topic,Partner\nVogel,T,somebody-else\n")))
        .containsExactly("REJECTED");
    assertThat(as("anna").get("/api/imports/" + mine).status()).isEqualTo(404);
    assertThat(as("anna").post("/api/imports/" + mine + "/cancel", "{}").status()).isEqualTo(404);
    assertThat(as("admin").get("/api/imports/" + mine).status()).isEqualTo(200);
  }

  @Test
  void columnsAreRememberedPerSource() {
    String text = "Wer,Was,Ort\nVogel,Anlage,Köln\n";
    String id = sent("anna", "a.csv", text);
    assertThat(preview("anna", id).get("missing").toString()).contains("lastName");
    start(
        "anna",
        id,
        Map.of(
            "source",
            source,
            "mapping",
            Map.of(
                "columns",
                List.of(
                    Map.of("column", 0, "field", "lastName"),
                    Map.of("column", 1, "field", "subject", "values", Map.of("Anlage", "Plant"))),
                "constants",
                Map.of("leadSourceCode", "Trade Show"))));
    awaitDone(id);
    assertThat(lead(leadOf(id, 0)).text("subject")).isEqualTo("Plant");
    assertThat(lead(leadOf(id, 0)).text("leadSourceCode")).isEqualTo("7");

    JsonNode preview = preview("anna", sent("anna", "b.csv", text));

    assertThat(preview.get("missing")).isEmpty();
    assertThat(preview.get("proposal").get("columns").findValuesAsText("field"))
        .containsExactly("lastName", "subject");
    assertThat(preview.get("proposal").get("constants").get("leadSourceCode").asText())
        .isEqualTo("Trade Show");
  }

  @Test
  void howDaysAndAmountsAreWrittenIsRememberedPerSource() {
    String text = "Topic,Last Name,Est. Close Date,Est. Value\nPumps,Vogel,03/04/2026,\"12,5\"\n";
    String id = sent("anna", "a.csv", text);
    start(
        "anna",
        id,
        Map.of("source", source, "settings", Map.of("dates", "DMY", "decimal", "COMMA")));
    awaitDone(id);

    String again = sent("anna", "b.csv", text.replace("Vogel", "Kern").replace("12,5", "1,250"));
    assertThat(preview("anna", again).get("settings").toString())
        .contains("\"dates\":\"DMY\"", "\"decimal\":\"COMMA\"");
    start("anna", again, Map.of());
    awaitDone(again);

    assertThat(lead(leadOf(id, 0)).text("estimatedCloseDate")).isEqualTo("2026-04-03");
    assertThat(read(again).at("/progress/rejected").asInt())
        .as("what can be two numbers is still asked for")
        .isEqualTo(1);
  }

  @Test
  void headingsThatAreAlikeAreRememberedOneByOne() {
    String text = "Last Name,Topic,Phone,Phone\nVogel,Plant,+49 711 111111,+49 170 2222222\n";
    String first = sent("anna", "a.csv", text);
    List<Map<String, Object>> columns =
        List.of(
            Map.of("column", 0, "field", "lastName"),
            Map.of("column", 1, "field", "subject"),
            Map.of("column", 2, "field", "telephone1"),
            Map.of("column", 3, "field", "mobilePhone"));
    start("anna", first, Map.of("source", source, "mapping", Map.of("columns", columns)));
    awaitDone(first);

    JsonNode proposal = preview("anna", sent("anna", "b.csv", text)).get("proposal");

    assertThat(proposal.get("columns").findValuesAsText("field"))
        .containsExactly("lastName", "subject", "telephone1", "mobilePhone");
  }

  @Test
  void aWordMaySayNothingAndAllOthersTheSame() {
    String words = "\n1,Vogel,a,Phone Inquiry\n2,Kern,b,Postcard\n3,Adler,c,Web\n4,Falk,d,Fax\n";
    String id = sent("anna", "a.csv", "Lead ID,Last Name,Topic,Lead Source" + words);
    List<Map<String, Object>> columns =
        List.of(
            Map.of("column", 0, "field", "externalId"),
            Map.of("column", 1, "field", "lastName"),
            Map.of("column", 2, "field", "subject"),
            Map.of(
                "column",
                3,
                "field",
                "leadSourceCode",
                "values",
                Map.of("Phone Inquiry", "", "*", "Other")));

    start("anna", id, Map.of("source", source, "mapping", Map.of("columns", columns)));
    awaitDone(id);

    assertThat(outcomes(id)).containsOnly("CREATED");
    assertThat(lead(leadOf(id, 0)).text("leadSourceCode")).isNull();
    assertThat(lead(leadOf(id, 1)).text("leadSourceCode")).isEqualTo("10");
    assertThat(lead(leadOf(id, 2)).text("leadSourceCode")).isEqualTo("8");
    assertThat(lead(leadOf(id, 3)).text("leadSourceCode")).isEqualTo("10");
    JsonNode next = preview("anna", sent("anna", "b.csv", "Last Name,Lead Source\nX,Radio\n"));
    assertThat(next.get("proposal").toString()).contains("\"*\":\"Other\"");
    assertThat(next.get("unknownWords")).isEmpty();
  }

  @Test
  void aNameBesideAFirstNameIsTheLastName() {
    String id =
        imported(
            "anna",
            "liste.csv",
            "Vorname;Name;Firma\nHans;von der Heide;X\nEva;Eva de la Cruz;Y\n;Petra Vogel;Z\n");

    assertThat(lead(leadOf(id, 0)).text("lastName")).isEqualTo("von der Heide");
    assertThat(lead(leadOf(id, 1)).text("lastName")).isEqualTo("de la Cruz");
    assertThat(lead(leadOf(id, 2)).text("firstName")).isEqualTo("Petra");
  }

  @Test
  void aRowAboutALeadThatWasMergedTellsItsMasterOnce() {
    String file = HEAD + rows(1, 1);
    UUID merged = leadOf(imported("anna", "crm.csv", file), 0);
    ownerOf(merged);
    UUID master = sent(aGermanLead());
    ownerOf(master);
    as("admin").post("/api/leads/" + master + "/merge", Map.of("leadId", merged));
    String news = file.replace("Köln", "Wien");

    assertThat(outcomes(imported("anna", "crm2.csv", news))).containsExactly("UPDATED");
    assertThat(outcomes(imported("anna", "crm3.csv", news))).containsExactly("UNCHANGED");

    assertThat(as("admin").get("/api/leads/" + master + "/notes").body().toString())
        .contains("address1City: Wien");
  }

  @Test
  void listsOfNoNamedSourceAreNotReadAsEachOther() {
    String text = "Wer,Betreff\nLovelace,Anlage\n";
    String first = as("anna").upload("/api/imports", "a.csv", text).text("importId");
    List<Map<String, Object>> columns =
        List.of(
            Map.of("column", 0, "field", "lastName"), Map.of("column", 1, "field", "description"));
    Map<String, Object> constants = Map.of("subject", "Fair", "leadSourceCode", "Trade Show");
    start("anna", first, Map.of("mapping", Map.of("columns", columns, "constants", constants)));
    awaitDone(first);

    String second = as("anna").upload("/api/imports", "b.csv", text).text("importId");

    JsonNode proposal = preview("anna", second).get("proposal");
    assertThat(proposal.findValuesAsText("field")).doesNotContain("description");
    assertThat(proposal.get("constants").has("leadSourceCode")).isFalse();
  }

  @Test
  void whatIsWrongWithAMappingIsNamedAtOnce() {
    String id = sent("anna", "a.csv", HEAD + rows(1, 1));
    Api.Answer refused =
        as("anna")
            .post(
                "/api/imports/" + id + "/start",
                Map.of(
                    "mapping",
                    Map.of(
                        "columns",
                        List.of(
                            Map.of("column", 99, "field", "city"),
                            Map.of("column", 1, "field", "subject"),
                            Map.of("column", 2, "field", "subject")),
                        "constants",
                        Map.of("numberOfEmployees", "many"))));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields())
        .containsExactly(
            "columns[0].column",
            "columns[0].field",
            "columns[2].field",
            "constants.numberOfEmployees",
            "lastName");
  }

  @Test
  void idsNeedASourceBecauseTheFirstOfOneListIsNotTheFirstOfAnother() {
    String text = "ID,Last Name,Topic\n1,Lovelace,a\n";
    Api.Answer uploaded = as("anna").upload("/api/imports", "a.csv", text);
    String start = "/api/imports/" + uploaded.text("importId") + "/start";

    Api.Answer refused = as("anna").post(start, Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactly("source");
    assertThat(as("anna").post(start, Map.of("source", source)).status()).isEqualTo(200);
    awaitDone(uploaded.text("importId"));
  }

  @Test
  void whatIsNoCsvIsRefusedInASentence() {
    Api.Answer page = as("anna").upload("/api/imports", "leads.csv", "<html><body>x</body></html>");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text("code")).isEqualTo("not-csv");
    assertThat(page.text("detail")).contains("web page");
    assertThat(as("anna").upload("/api/imports", "x.csv", "a,b\n").text("code"))
        .isEqualTo("no-rows");
    assertThat(as("anna").upload("/api/imports?delimiter=abc", "x.csv", HEAD).faultyFields())
        .containsExactly("delimiter");
  }

  @Test
  void aLargeFileIsTakenHereAndNowhereElse() {
    String text = HEAD + rows(1, 3) + ("\n" + " ".repeat(999)).repeat(7_000);

    assertThat(as("anna").upload("/api/imports", "large.csv", text).status()).isEqualTo(201);
    UUID lead = sent(aGermanLead());
    assertThat(
            as("admin").upload("/api/leads/" + lead + "/attachments", "large.csv", text).status())
        .isEqualTo(413);
  }

  @Test
  void aRowThatNobodyForesawCostsNoOther() {
    jdbc.sql("ALTER TABLE lead ADD CONSTRAINT lead_no_poison CHECK (last_name <> 'Poison')")
        .update();
    try {
      String id =
          imported("anna", "fair.csv", HEAD + rows(1, 20) + "p,x,Poison,,,,,T,\n" + rows(21, 40));

      assertThat(read(id).get("progress").get("created").asInt()).isEqualTo(40);
      assertThat(outcomes(id).get(20)).isEqualTo("REJECTED");
    } finally {
      jdbc.sql("ALTER TABLE lead DROP CONSTRAINT lead_no_poison").update();
    }
  }

  @Test
  void constantsMayHaveBlanksAroundThem() {
    String id = sent("anna", "fair.csv", "Last Name\nLovelace\n");
    Map<String, Object> mapping =
        Map.of(
            "columns",
            List.of(Map.of("column", 0, "field", "lastName")),
            "constants",
            Map.of("subject", " Fair ", "doNotEmail", " yes"));

    start("anna", id, Map.of("source", source, "mapping", mapping));

    awaitDone(id);
    assertThat(outcomes(id)).containsExactly("CREATED");
    assertThat(lead(leadOf(id, 0)).text("subject")).isEqualTo("Fair");
  }

  @Test
  void anImportThatFailsAgainAndAgainRestsAndKeepsNoOtherWaiting() {
    String broken = sent("anna", "broken.csv", HEAD + rows(1, 1));
    jdbc.sql(
            "UPDATE import_job SET status = 'RUNNING', started_on = created_on, source = 'x',"
                + " mapping = '{\"columns\":[],\"constants\":{\"revenue\":\"many\"}}' WHERE import_id = ?")
        .param(UUID.fromString(broken))
        .update();

    String other = imported("anna", "fair.csv", HEAD + rows(1, 3));

    assertThat(outcomes(other)).containsOnly("CREATED").hasSize(3);
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> read(broken).get("status").asText().equals("PAUSED"));
    assertThat(read(broken).get("reason").asText()).contains("failed again and again");
  }

  @Test
  void itRestsAndGoesOnAndEnds() {
    String id = sent("anna", "fair.csv", HEAD + rows(1, 300));
    start("anna", id, Map.of("source", source));
    assertThat(as("anna").post("/api/imports/" + id + "/pause", "{}").status()).isIn(200, 409);
    if (read(id).get("status").asText().equals("PAUSED")) {
      assertThat(as("anna").post("/api/imports/" + id + "/resume", "{}").status()).isEqualTo(200);
    }
    awaitDone(id);
    assertThat(read(id).get("progress").get("created").asInt()).isEqualTo(300);
    assertThat(as("anna").post("/api/imports/" + id + "/cancel", "{}").status()).isEqualTo(409);
    assertThat(as("anna").delete("/api/imports/" + id).status()).isEqualTo(204);
    assertThat(as("anna").get("/api/imports/" + id).status()).isEqualTo(404);

    String other = sent("anna", "fair.csv", HEAD + rows(1, 2));
    assertThat(as("anna").post("/api/imports/" + other + "/cancel", "{}").text("status"))
        .isEqualTo("CANCELLED");
    assertThat(as("anna").post("/api/imports/" + other + "/start", "{}").status()).isEqualTo(409);
  }

  @Test
  void whoeverHasAnImportInHandThatIsCancelledFindsNothingMoreToDo() {
    String id = sent("anna", "fair.csv", HEAD + rows(1, 3));
    start("anna", id, Map.of("source", source));
    awaitDone(id);
    ImportJob inHand = jobs.find(UUID.fromString(id)).orElseThrow();
    jdbc.sql("UPDATE import_chunk SET done = FALSE WHERE import_id = ?")
        .param(inHand.importId())
        .update();
    jdbc.sql("DELETE FROM import_chunk_rows WHERE import_id = ?").param(inHand.importId()).update();

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(work.next(inHand)).isFalse());
  }

  @Test
  void aFileIsCutByOneThreadAlone() {
    UUID id = UUID.fromString(sent("anna", "fair.csv", HEAD + rows(1, 3)));
    jdbc.sql(
            "UPDATE import_job SET status = 'RUNNING', started_on = created_on, source = 'x',"
                + " mapping = '{}', cut_by = ?, cut_until = ? WHERE import_id = ?")
        .params(cutting.holder(), OffsetDateTime.now().plusHours(1), id)
        .update();

    assertThat(CompletableFuture.supplyAsync(() -> cutting.cut(id)).join()).isFalse();
    assertThat(cutting.cut(id)).isTrue();
    jobs.move(id, ImportJob.Status.CANCELLED, null, ImportJob.Status.RUNNING);
  }

  @Test
  void whoeverReadsWhatIsCutAlreadyKeepsTheFileToHimself() {
    int rows = 6000;
    String text = "Last Name,Topic\n" + ("Vogel," + "x".repeat(190) + "\n").repeat(rows);
    UUID id = UUID.fromString(sent("anna", "fair.csv", text));
    var now = new AtomicReference<>(Instant.now().plus(Duration.ofDays(1)));
    InstantSource ticking = now::get;
    var jobsThen = new ImportJobs(template, jdbc, ticking.withZone(ZoneOffset.UTC));
    var taken = new AtomicBoolean();
    var slow =
        new DelegatingDataSource(database) {
          @Override
          public Connection getConnection() throws SQLException {
            now.updateAndGet(time -> time.plusSeconds(12));
            if (jobsThen.leaseCutting(id, "another node", Duration.ofSeconds(30))) {
              taken.set(true);
            }
            return super.getConnection();
          }
        };
    var slowly =
        new Cutting(
            jobsThen,
            chunks,
            new ImportPieces(JdbcClient.create(slow), transaction),
            retention,
            settings,
            transaction);
    jdbc.sql("INSERT INTO import_chunk VALUES (?, 0, 1, ?, ?, TRUE, NULL, ?, 0, 0, 0)")
        .params(id, rows - 1, rows, rows - 1)
        .update();
    jdbc.sql(
            "UPDATE import_job SET status = 'RUNNING', started_on = created_on, source = 'x',"
                + " mapping = '{\"columns\":[],\"constants\":{}}', cut_rows = ?, cut_by = ?,"
                + " cut_until = ? WHERE import_id = ?")
        .params(rows - 1, slowly.holder(), now.get().atOffset(ZoneOffset.UTC), id)
        .update();

    assertThat(slowly.cut(id)).isTrue();

    assertThat(taken).isFalse();
    assertThat(jobs.find(id).orElseThrow().cutRows()).isEqualTo(rows);
    awaitDone(id.toString());
  }

  @Test
  void severalWorkersTakeEachRowOnce() throws InterruptedException {
    int rows = 600;
    String id = sent("anna", "fair.csv", HEAD + rows(1, rows));
    start("anna", id, Map.of("source", source));
    ExecutorService others = Executors.newFixedThreadPool(3);
    for (int i = 0; i < 3; i++) {
      others.execute(
          () -> {
            UUID job = UUID.fromString(id);
            while (!jobs.find(job).orElseThrow().status().isEnd()) {
              if (!work.next(jobs.find(job).orElseThrow())) {
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
              }
            }
          });
    }
    awaitDone(id);
    others.shutdown();
    assertThat(others.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(read(id).get("progress").get("created").asInt()).isEqualTo(rows);
    assertThat(
            jdbc.sql("SELECT count(*) FROM lead WHERE source_system = ?")
                .param(source)
                .query(Integer.class)
                .single())
        .isEqualTo(rows);
    List<String> numbers = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      numbers.addAll(
          as("anna")
              .get("/api/imports/" + id + "/rows?size=200&page=" + page)
              .body()
              .get("items")
              .findValuesAsText("row"));
    }
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, rows).mapToObj(String::valueOf).toList());
  }

  @Test
  void naughtyStringsAreStoredAsTheyWereSentOrTheirColumnIsNamed() throws IOException {
    Map<String, String> columns =
        Map.of(
            "Topic", "subject",
            "First Name", "first_name",
            "Last Name", "last_name",
            "Company", "company_name",
            "Street", "address1_line1",
            "City", "address1_city",
            "Website", "website_url",
            "Email", "email_address1",
            "Phone", "telephone1",
            "Description", "description");
    List<String> headings = List.copyOf(columns.keySet());
    List<String> strings = NaughtyCellsTests.strings();
    var text = new StringBuilder(String.join(",", headings) + "\n");
    for (int i = 0; i < strings.size(); i++) {
      List<String> cells = new ArrayList<>();
      for (int place = 0; place < headings.size(); place++) {
        boolean needed = List.of("Topic", "Last Name").contains(headings.get(place));
        cells.add(i % headings.size() == place ? strings.get(i) : needed ? unlikeAnyOther() : "");
      }
      text.append(NaughtyCellsTests.line(cells));
    }

    String id = imported("anna", "naughty.csv", text.toString());

    Map<Object, Map<String, Object>> leads =
        jdbc
            .sql("SELECT * FROM lead WHERE source_system = ?")
            .param(source)
            .query()
            .listOfRows()
            .stream()
            .collect(Collectors.toMap(lead -> lead.get("lead_id"), lead -> lead));
    int stored = 0;
    for (int page = 0; page * 200 < strings.size(); page++) {
      JsonNode rows =
          as("anna").get("/api/imports/" + id + "/rows?size=200&page=" + page).body().get("items");
      for (JsonNode row : rows) {
        int place = row.get("row").asInt() - 1;
        String heading = headings.get(place % headings.size());
        String sent = strings.get(place).strip();
        if (row.get("outcome").asText().equals("REJECTED")) {
          assertThat(row.get("reasons").get(0).asText()).as(sent).startsWith(heading + ": ");
        } else {
          UUID lead = UUID.fromString(row.get("leadId").asText());
          ImportField field = Headings.field(heading).map(Fields::named).orElseThrow();
          assertThat(leads.get(lead).get(columns.get(heading)))
              .isEqualTo(Cell.saysNothing(sent, field) ? null : sent);
          stored++;
        }
      }
    }
    assertThat(stored).isGreaterThan(strings.size() / 2);
  }

  private static String rows(int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      String other = unlikeAnyOther();
      text.append(
          "%d,Petra,Vogel%d,%s GmbH,petra@%s.example,Köln,Germany,Topic %d,800\n"
              .formatted(i, i, other, other, i));
    }
    return text.toString();
  }

  private String imported(String user, String name, String text) {
    String id = sent(user, name, text);
    start(user, id, Map.of("source", source));
    awaitDone(id);
    return id;
  }

  private String sent(String user, String name, String text) {
    Api.Answer answer =
        as(user).upload("/api/imports?source=" + source.replace(" ", "%20"), name, text);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("importId");
  }

  private void start(String user, String id, Map<String, Object> body) {
    Api.Answer answer = as(user).post("/api/imports/" + id + "/start", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private JsonNode preview(String user, String id) {
    return as(user).get("/api/imports/" + id + "/preview").body();
  }

  private JsonNode read(String id) {
    return as("admin").get("/api/imports/" + id).body();
  }

  /** Done, and all its leads with their owners. */
  private void awaitDone(String id) {
    await()
        .atMost(Duration.ofSeconds(240))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> read(id).get("status").asText().equals("DONE") && count("pending_start") == 0);
  }

  private UUID leadOf(String id, int place) {
    JsonNode rows = as("admin").get("/api/imports/" + id + "/rows").body().get("items");
    return UUID.fromString(rows.get(place).get("leadId").asText());
  }

  private List<String> outcomes(String id) {
    return as("admin")
        .get("/api/imports/" + id + "/rows?size=200")
        .body()
        .get("items")
        .findValuesAsText("outcome");
  }
}
