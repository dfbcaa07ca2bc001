package org.leadflow.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports about leads that really went their way, as those who may and may not see them read. */
class ReportsThroughTheDoorTests extends WholeWay {

  @Autowired Counting counting;

  private final String campaign = unlikeAnyOther();

  @Test
  void moneyComesToTheCampaignHoweverTheLeadsWent() {
    UUID first = sent(aLead());
    UUID second = sent(aLead("transactionCurrencyId", "USD"));
    UUID merged = sent(aLead());
    UUID deleted = sent(aLead());
    UUID reactivated = sent(aLead());
    String owner = ownerOf(first);
    List.of(second, merged, deleted, reactivated).forEach(this::ownerOf);
    done(as("admin").post("/api/leads/" + first + "/contacted", Map.of()));
    Api.Answer became =
        done(
            as("admin")
                .post("/api/leads/" + first + "/qualify", Map.of("opportunityCurrencyId", "USD")));
    String opportunity = became.body().get("createdEntities").findValuesAsText("id").get(2);
    done(
        as("admin")
            .post("/api/leads/" + second + "/qualify", Map.of("opportunityId", opportunity)));
    done(as("admin").post("/api/leads/" + reactivated + "/merge", Map.of("leadId", merged)));
    done(as("admin").post("/api/leads/" + deleted + "/disqualify", Map.of("statusCode", 5)));
    assertRow(
        "admin",
        Map.of(
            "leads",
            "5",
            "routed",
            "5",
            "contacted",
            "1",
            "qualified",
            "2",
            "disqualified",
            "2",
            "reason5",
            "1",
            "reason100000001",
            "1",
            "opportunities",
            "1.000",
            "revenue",
            "0.00"));

    done(
        as("admin")
            .post("/api/opportunities/" + opportunity + "/win", Map.of("actualAmount", 10850)));
    done(as("admin").delete("/api/leads/" + deleted));
    gone(deleted);

    assertRow(
        "admin",
        Map.of(
            "leads",
            "4",
            "disqualified",
            "1",
            "opportunities",
            "1.000",
            "won",
            "1.000",
            "pipeline",
            "0.00",
            "revenue",
            "10000.00",
            "valuePerLead",
            "2500.00"));
    assertThat(report("admin", "sources?by=campaign").get("rates").toString())
        .contains("{\"currency\":\"USD\",\"rate\":1.085");
    // Half of it is the part of each of two leads; somebody who sees one sees its part.
    done(as("admin").post("/api/leads/" + first + "/reactivate", Map.of()));
    assertRow("admin", Map.of("qualified", "1", "won", "1.000", "revenue", "10000.00"));
    assertThat(owner).isNotEmpty();
  }

  @Test
  void everybodyCountsWhatHeMaySee() {
    UUID annas = sent(aLead());
    UUID frejas = sent(aLead());
    UUID jamess = sent(aLead());
    List.of(annas, frejas, jamess).forEach(this::ownerOf);
    given(annas, "anna");
    given(frejas, "freja");
    given(jamess, "james");

    assertRow("admin", Map.of("leads", "3"));
    assertRow("lena", Map.of("leads", "3"));
    for (String seller : List.of("anna", "freja", "james")) {
      assertRow(seller, Map.of("leads", "1"));
    }
    assertThat(row(report("kim", "sources?by=campaign"))).isNull();
    assertThat(row(report("kenji", "sources?by=campaign"))).isNull();
    JsonNode all = report("anna", "sources?by=owner");
    assertThat(all.at("/tables/0/rows").findValuesAsText("key")).isSubsetOf("anna", "");
    assertThat(report("anna", "speed?by=owner").at("/tables/0/rows").findValuesAsText("key"))
        .isSubsetOf("anna", "");
    assertThat(report("freja", "fairness").get("tables").findValuesAsText("id"))
        .isSubsetOf("nordwind-sales");
    for (String path : List.of("rules", "costs", "rules.csv")) {
      assertThat(as("anna").get("/api/reports/" + path).status()).as(path).isEqualTo(403);
      assertThat(page("anna", "/reports/" + path.replace(".csv", "")).statusCode()).isEqualTo(403);
    }
    assertThat(report("lena", "rules").at("/tables/0/id").asText()).isEqualTo("nobody");
  }

  @Test
  void costsAreSetAgainstWhatTheyBring() {
    UUID lead = sent(aLead("leadSourceCode", 2));
    ownerOf(lead);
    LocalDate today = LocalDate.now();
    Map<String, Object> cost = new HashMap<>();
    cost.put("unitId", "emea");
    cost.put("sourceCode", 2);
    cost.put("campaign", campaign);
    cost.put("amount", 2170);
    cost.put("currency", "USD");
    cost.put("firstDay", today.minusDays(1).toString());
    cost.put("lastDay", today.plusDays(2).toString());

    Api.Answer entered = as("lena").post("/api/reports/costs", cost);

    assertThat(entered.status()).as("%s", entered.body()).isEqualTo(201);
    String days = "&from=" + today.minusDays(40) + "&to=" + today.plusDays(10);
    await()
        .untilAsserted(
            () -> {
              counting.count();
              JsonNode row = row(report("lena", "sources?by=campaign" + days));
              assertThat(row.path("cost").asText()).isEqualTo("2000.0");
              assertThat(row.path("costPerLead").asText()).isEqualTo("2000.0");
            });
    JsonNode half = row(report("admin", "sources?by=campaign&from=2020-01-01&to=" + today));
    assertThat(half.path("cost").decimalValue()).isEqualByComparingTo("1000");
    assertThat(report("anna", "sources?by=campaign").toString()).doesNotContain("\"cost\"");
    assertThat(report("lena", "sources?by=product").toString()).doesNotContain("\"cost\"");

    cost.put("unitId", "nowhere");
    cost.put("currency", "JPY");
    cost.put("lastDay", today.minusDays(3).toString());
    Api.Answer wrong = as("lena").post("/api/reports/costs", cost);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.faultyFields()).containsExactlyInAnyOrder("unitId", "currency", "firstDay");
    assertThat(as("lena").post("/api/reports/costs", Map.of()).faultyFields())
        .contains("unitId", "sourceCode", "amount", "currency", "firstDay", "lastDay");
    assertThat(as("anna").post("/api/reports/costs", cost).status()).isEqualTo(403);
    String path = "/api/reports/costs/" + entered.text("costId");
    assertThat(as("anna").delete(path).status()).isEqualTo(403);
    assertThat(as("lena").delete(path).status()).isEqualTo(204);
    assertThat(as("lena").delete(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "sources, from=yesterday, from",
    "sources, to=2026-02-30, to",
    "sources, from=2026-03-01&to=2026-02-01, from",
    "sources, by=colour, by",
    "sources, by=deadline, by",
    "sources, unit=nowhere, unit",
    "sources, unit=%00, unit",
    "sources, zone=Mars, zone",
    "sources, form=2026-01-01, form",
    "sources, by=week&from=1995-01-01, by",
    "speed, measure=luck, measure",
    "deadlines, by=campaign, by"
  })
  void aWrongFilterIsNamed(String report, String filter, String field) {
    Api.Answer answer = as("lena").get("/api/reports/" + report + "?" + filter);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
    assertThat(answer.faultyFields()).containsExactly(field);
    assertThat(page("lena", "/reports/" + report + "?" + filter))
        .matches(page -> page.statusCode() == 400)
        .matches(page -> page.body().contains(field + ": "));
  }

  @Test
  void theFileHoldsWhatTheReportTells() {
    String formula = "=1+" + campaign;
    UUID lead = sent(aGermanLead("campaignId", formula));
    ownerOf(lead);
    await()
        .untilAsserted(
            () -> {
              counting.count();
              assertThat(as("admin").content("/api/reports/sources.csv?by=campaign"))
                  .startsWith("\uFEFFTable,Stands for,Key,Campaign,Leads,Routed,")
                  .contains("Lead source value,group,'" + formula + ",'" + formula + ",1,1,")
                  .contains("Lead source value,total,,All,");
            });
    String year = "&from=2026-01-01&to=2099-12-31&zone=America/New_York&unit=emea";
    String[] rows =
        as("lena").content("/api/reports/sources.csv?by=campaign" + year).strip().split("\r\n");
    assertThat(rows[0])
        .endsWith(",From,To,Time zone,Business unit,Counted until,\"Rates, one EUR is\"");
    assertThat(rows[rows.length - 1])
        .startsWith("Lead source value,total,,All,")
        .contains(",2026-01-01,2099-12-31,America/New_York,emea,20");
    for (String report : List.of("speed", "deadlines", "fairness", "rules")) {
      assertThat(as("admin").content("/api/reports/" + report + ".csv")).startsWith("\uFEFF");
    }
  }

  @Test
  void theFormKeepsWhatWasTypedAndOffersWhatMakesSense() {
    String refused =
        page("lena", "/reports/sources?from=2026-03-01&to=2026-02-01&by=campaign&unit=emea").body();
    assertThat(refused)
        .contains("name=\"from\" value=\"2026-03-01\"", "name=\"to\" value=\"2026-02-01\"")
        .contains("<option value=\"campaign\" selected=\"selected\"")
        .contains("<option value=\"emea\" selected=\"selected\"")
        .as("no other numbers than asked for")
        .doesNotContain("<table");
    assertThat(page("anna", "/reports/sources").body())
        .contains("<option value=\"emea\"")
        .doesNotContain("<option value=\"americas\"");
    assertThat(page("freja", "/reports/sources").body()).doesNotContain("name=\"unit\"");
    for (String report : List.of("sources", "speed", "deadlines", "fairness", "rules")) {
      assertThat(page("lena", "/reports/" + report).body())
          .as(report)
          .contains("<summary>How these numbers are made</summary>");
    }
  }

  private Map<String, Object> aLead(Object... changes) {
    Map<String, Object> lead = aGermanLead(notCompared(changes));
    lead.put("campaignId", campaign);
    return lead;
  }

  private void given(UUID lead, String owner) {
    done(
        as("admin")
            .post(
                "/api/leads/" + lead + "/assign", Map.of("ownerId", owner, "ownerIdType", "user")));
  }

  private JsonNode report(String reader, String address) {
    return done(as(reader).get("/api/reports/" + address)).body();
  }

  private java.net.http.HttpResponse<String> page(String reader, String path) {
    var visitor = new Visitor(port);
    visitor.logIn(reader, PASSWORD);
    return visitor.get(path);
  }

  private static Api.Answer done(Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
    return answer;
  }

  /** The row of this test's campaign, null when there is none. */
  private JsonNode row(JsonNode report) {
    for (JsonNode row : report.at("/tables/0/rows")) {
      if (row.get("key").asText().equals(campaign)) {
        return row;
      }
    }
    return null;
  }

  /** What somebody is told of the campaign, as soon as it is counted. */
  private void assertRow(String reader, Map<String, String> expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              counting.count();
              JsonNode row = row(report(reader, "sources?by=campaign"));
              assertThat(row).isNotNull();
              expected.forEach(
                  (key, value) ->
                      assertThat(row.get(key).decimalValue()).as(key).isEqualByComparingTo(value));
            });
  }
}
