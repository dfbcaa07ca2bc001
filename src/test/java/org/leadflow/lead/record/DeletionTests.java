package org.leadflow.lead.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.leadflow.lead.LeadFields;
import org.leadflow.reporting.Counting;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left of a deleted lead, on each of the databases. */
abstract class DeletionTests extends WholeWay {

  private static final String CANARY = "Kanarienvogel";

  @Autowired DataSource source;
  @Autowired Counting counting;

  @Test
  void noWordOfALeadThatWasWorkedIsLeft() throws Exception {
    UUID lead = full();
    String owner = ownerOf(lead);
    talkAbout(lead, owner);
    as(owner).post("/api/leads/" + lead + "/contacted", "");
    assertThat(found()).as("the scan finds what is there").isNotEmpty();

    assertThat(as("admin").delete("/api/leads/" + lead).status()).isEqualTo(204);

    gone(lead);
    nothingIsFound();
    assertThat(inEngine(lead)).isEmpty();
    assertThat(lastLineOf(lead)).isEqualTo("DELETED");
    assertThat(lead(lead).status()).isEqualTo(404);
  }

  @Test
  void noWordOfALeadThatWasClosedAndReactivatedIsLeft() throws Exception {
    UUID lead = full();
    String owner = ownerOf(lead);
    talkAbout(lead, owner);
    Map<String, Object> no = Map.of("statusCode", 4, "comment", CANARY + " is gone");
    assertThat(as(owner).post("/api/leads/" + lead + "/disqualify", no).status()).isEqualTo(200);
    assertThat(as(owner).post("/api/leads/" + lead + "/reactivate", "").status()).isEqualTo(200);
    taskOf(lead, "UserTask_WorkLead");
    assertThat(as(owner).post("/api/leads/" + lead + "/disqualify", no).status()).isEqualTo(200);

    assertThat(as("admin").delete("/api/leads/" + lead).status()).isEqualTo(204);

    gone(lead);
    nothingIsFound();
    assertThat(inEngine(lead)).isEmpty();
  }

  @Test
  void nobodyButThoseWithThePrivilegeDeletesAndNothingThatSomethingWasMadeFrom() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    assertThat(as(owner).delete("/api/leads/" + lead).status()).isEqualTo(403);
    Map<String, Object> accountOnly = Map.of("createOpportunity", false, "createContact", false);
    assertThat(as(owner).post("/api/leads/" + lead + "/qualify", accountOnly).status())
        .isEqualTo(200);

    Api.Answer refused = as("admin").delete("/api/leads/" + lead);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("record-exists");
    assertThat(refused.text("detail")).startsWith("Account ");
  }

  @Test
  void whoWritesDownSomethingWhileTheLeadIsDeletedIsAnsweredWithASentence() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 12; round++) {
        UUID lead = sent(aGermanLead());
        ownerOf(lead);
        String path = "/api/leads/" + lead;
        List<Callable<Integer>> acts = new ArrayList<>();
        acts.add(() -> as("admin").post(path + "/notes", Map.of("text", "Late")).status());
        acts.add(
            () ->
                as("admin")
                    .post(path + "/activities", Map.of("activityTypeCode", "task", "subject", "Do"))
                    .status());
        acts.add(() -> as("admin").delete(path).status());
        acts.add(
            () ->
                as("admin")
                    .post(path + "/assign", Map.of("ownerId", "marie", "ownerIdType", "user"))
                    .status());
        acts.add(() -> as("admin").post(path + "/disqualify", Map.of("statusCode", 4)).status());
        acts.add(() -> as("admin").post(path + "/notes", Map.of("text", "Later")).status());
        acts.add(
            () ->
                as("admin")
                    .post(path + "/qualify", Map.of("opportunityCurrencyId", "EUR"))
                    .status());
        String etag = lead(lead).etag();
        acts.add(() -> as("admin").patch(path, etag, Map.of("fax", "1")).status());
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : people.invokeAll(acts)) {
          answers.add(answer.get());
        }
        assertThat(answers).as("round " + round).isSubsetOf(200, 201, 204, 404, 409, 412);
        if (answers.get(2) == 204) {
          gone(lead);
          assertThat(lead(lead).status()).isEqualTo(404);
          assertThat(inEngine(lead)).isEmpty();
        }
      }
    } finally {
      people.shutdown();
    }
  }

  /** A lead with the canary in every text that takes one. */
  private UUID full() {
    Map<String, Object> fields = aGermanLead("emailAddress2", CANARY + "@vogel-antriebe.example");
    for (var component : LeadFields.class.getRecordComponents()) {
      String name = component.getName();
      boolean free =
          component.getType() == String.class
              && !name.matches(
                  "emailAddress.*|address.Country|transactionCurrencyId|.*IdType|channelPartnerId|preferredLanguage|timeZone|sourceSystem|sourceKey");
      if (free) {
        fields.put(name, CANARY);
      }
    }
    return sent(fields);
  }

  private void talkAbout(UUID lead, String owner) {
    String path = "/api/leads/" + lead;
    Map<String, Object> changed = new LinkedHashMap<>();
    changed.put("jobTitle", CANARY + " the second");
    Api.Answer patched = as(owner).patch(path, lead(lead).etag(), changed);
    assertThat(patched.status()).as("%s", patched.body()).isEqualTo(200);
    created(owner, path + "/notes", Map.of("subject", CANARY, "text", CANARY));
    created(
        owner,
        path + "/activities",
        Map.of("activityTypeCode", "phonecall", "subject", CANARY, "description", CANARY));
    as("website")
        .post(
            path + "/requests",
            Map.of("text", CANARY, "channel", "Web", "productInterest", CANARY));
  }

  private void created(String user, String path, Map<String, ?> body) {
    Api.Answer answer = as(user).post(path, body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
  }

  private String lastLineOf(UUID lead) {
    return jdbc.sql("SELECT action FROM lead_audit WHERE lead_id = ? ORDER BY seq DESC")
        .param(lead)
        .query(String.class)
        .list()
        .get(0);
  }

  private List<String> inEngine(UUID lead) {
    return jdbc.sql(
            """
            SELECT id_ FROM act_hi_procinst WHERE business_key_ = :key
            UNION ALL SELECT id_ FROM act_ru_execution WHERE business_key_ = :key
            """)
        .param("key", lead.toString())
        .query(String.class)
        .list();
  }

  /** What reports are counted from follows the leads after a moment. */
  private void nothingIsFound() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              counting.count();
              assertThat(found()).isEmpty();
            });
  }

  /** Every column of every table, of ours and of the engine, that holds the canary. */
  private List<String> found() throws Exception {
    List<String> columns = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      try (ResultSet all = connection.getMetaData().getColumns(null, null, "%", "%")) {
        while (all.next()) {
          String schema = all.getString("TABLE_SCHEM");
          String table = all.getString("TABLE_NAME");
          if (schema.equalsIgnoreCase("public") && !table.startsWith("flyway")) {
            columns.add(
                table
                    + " "
                    + all.getString("COLUMN_NAME")
                    + " "
                    + all.getString("TYPE_NAME").toLowerCase());
          }
        }
      }
    }
    assertThat(columns).hasSizeGreaterThan(500);
    for (String column : columns) {
      String[] of = column.split(" ", 3);
      if (of[2].matches("bytea|blob|binary.*|.*large object")) {
        scanBytes(of[0], of[1], found);
      } else if (of[2].matches("varchar.*|text|char.*|clob")) {
        long rows =
            jdbc.sql("SELECT count(*) FROM " + of[0] + " WHERE " + of[1] + " LIKE ?")
                .param("%" + CANARY + "%")
                .query(Long.class)
                .single();
        if (rows > 0) {
          found.add(of[0] + "." + of[1]);
        }
      }
    }
    return found;
  }

  private void scanBytes(String table, String column, List<String> found) {
    jdbc
        .sql("SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL")
        .query((row, number) -> row.getBytes(1))
        .list()
        .stream()
        .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(CANARY))
        .forEach(bytes -> found.add(table + "." + column));
  }
}
