package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.WholeWay;

/** The list of leads finds what is asked for, and shows nobody more than he may see. */
abstract class LeadListTests extends WholeWay {

  private final Map<String, Visitor> visitors = new HashMap<>();
  private String topic;
  private String company;
  private UUID lead;
  private String owner;

  @BeforeEach
  void aLead() {
    topic = unlikeAnyOther();
    company = unlikeAnyOther();
    lead =
        sent(
            aGermanLead(
                "subject",
                "Pumps for " + topic,
                "companyName",
                "Müller & " + company + " GmbH",
                "campaignId",
                "fair-" + topic,
                "telephone1",
                "0711 " + (1_000_000 + Math.floorMod(topic.hashCode(), 8_000_000))));
    owner = ownerOf(lead);
  }

  @Test
  void isSearchedByTheBeginningOfAnyWord() {
    assertThat(found("q", topic)).isTrue();
    assertThat(found("q", topic.substring(0, 6).toUpperCase())).isTrue();
    assertThat(found("q", company.substring(0, 7) + " pum")).isTrue();
    assertThat(found("q", "mueller " + company)).isTrue();
    assertThat(found("q", "MÜLLER " + company)).isTrue();
    assertThat(found("q", topic + " nothinglikeit")).isFalse();
    assertThat(found("q", topic.substring(1))).as("the end of a word").isFalse();
    assertThat(found("q", "%" + topic.substring(1))).as("no pattern").isFalse();
  }

  @Test
  void isSearchedByMailAndPhone() {
    var now = lead(lead);
    String mail = now.text("emailAddress1");
    String national = now.text("telephone1").substring(1).replace(" ", "");
    assertThat(found("q", mail.toUpperCase())).isTrue();
    assertThat(found("q", mail.substring(0, mail.indexOf('@') + 4))).isTrue();
    assertThat(found("q", "0" + national)).isTrue();
    assertThat(found("q", "+49 " + national)).isTrue();
    assertThat(found("q", "+49" + national.substring(0, 7))).isTrue();
    assertThat(found("q", "+48" + national)).isFalse();
  }

  @Test
  void whatIsChangedIsFoundByWhatItIsNow() {
    String other = unlikeAnyOther();
    as("admin").patch("/api/leads/" + lead, lead(lead).etag(), Map.of("subject", other));

    assertThat(found("q", other)).isTrue();
    assertThat(found("q", topic)).isFalse();
  }

  @Test
  void isFiltered() {
    assertThat(found("q", topic, "state", "open", "grade", lead(lead).text("grade"))).isTrue();
    assertThat(found("q", topic, "state", "qualified")).isFalse();
    assertThat(found("campaign", "fair-" + topic)).isTrue();
    assertThat(found("q", topic, "source", "7", "owner", "user:" + owner)).isTrue();
    assertThat(found("q", topic, "source", "8")).isFalse();
    assertThat(found("q", topic, "unit", "emea")).isTrue();
    assertThat(found("q", topic, "unit", "meridian")).as("the unit above").isTrue();
    assertThat(found("q", topic, "unit", "americas")).isFalse();
    assertThat(found("q", topic, "partner", "nordwind")).isFalse();
    assertThat(found("q", topic, "due", "waiting")).isTrue();
    assertThat(found("q", topic, "due", "overdue")).isFalse();
    assertThat(found("q", topic, "from", today().toString())).isTrue();
    assertThat(found("q", topic, "to", today().minusDays(1).toString())).isFalse();
    assertThat(found("q", topic, "score", "100", "sort", "score")).isFalse();
    assertThat(found("q", topic, "score", "0", "sort", "oldest")).isTrue();
    overdue();
    assertThat(found("q", topic, "due", "overdue")).isTrue();
  }

  private static LocalDate today() {
    return LocalDate.now();
  }

  private void overdue() {
    jdbc.sql("UPDATE lead SET sla_due_on = ? WHERE lead_id = ?")
        .params(OffsetDateTime.now().minusHours(1), lead)
        .update();
  }

  @Test
  void everybodySeesWhatHeMay() {
    assertThat(found(owner, "q", topic)).isTrue();
    assertThat(found(owner, "q", topic, "owner", "me")).isTrue();
    assertThat(found("lena", "q", topic)).as("the manager above").isTrue();
    for (String other : new String[] {"olivia", "freja", "kenji"}) {
      assertThat(found(other, "q", topic)).as(other).isFalse();
      assertThat(page(other, "/leads.csv?q=" + topic).body()).as(other).doesNotContain(topic);
    }
  }

  @Test
  void isDownloadedAsItIsFiltered() {
    HttpResponse<String> file = page("lena", "/leads.csv?q=" + topic);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).contains("leads.csv"));
    assertThat(file.body()).startsWith("\uFEFFLead Id,Topic,");
    assertThat(file.body().lines()).hasSize(2);
    assertThat(file.body()).contains(lead.toString(), "Pumps for " + topic);
  }

  @Test
  void whatASpreadsheetWouldRunIsText() {
    String formula = "=HYPERLINK(" + topic + ")";
    UUID sly = sent(aGermanLead("subject", formula));
    ownerOf(sly);

    assertThat(page("lena", "/leads.csv?q=hyperlink+" + topic).body()).contains("'" + formula);
  }

  @Test
  void whatCannotBeUnderstoodIsSaidAndLeftOut() {
    String answer =
        page(
                "lena",
                "/leads?q="
                    + topic
                    + "&score=many&from=yesterday&reason=77&source=x&grade=Z&owner=nobody&due=never&unit=a%20b&state=lost")
            .body();

    assertThat(answer).contains("Pumps for " + topic, "could not be understood");
    assertThat(answer)
        .contains("score: must be a number", "from: must be a day such as", "grade: must be A, B");
  }

  private boolean found(String... filter) {
    return filter.length % 2 == 0 ? found("lena", filter) : found(filter[0], rest(filter));
  }

  private static String[] rest(String[] filter) {
    return Arrays.copyOfRange(filter, 1, filter.length);
  }

  private boolean found(String user, String[] filter) {
    var query = new StringBuilder();
    for (int i = 0; i < filter.length; i += 2) {
      query
          .append(query.isEmpty() ? "?" : "&")
          .append(filter[i])
          .append('=')
          .append(URLEncoder.encode(filter[i + 1], StandardCharsets.UTF_8));
    }
    HttpResponse<String> answer = page(user, "/leads" + query);
    assertThat(answer.statusCode()).as(query.toString()).isEqualTo(200);
    return answer.body().contains("/leads/" + lead + "\"");
  }

  private HttpResponse<String> page(String user, String path) {
    return visitors.computeIfAbsent(user, this::loggedIn).get(path);
  }

  private Visitor loggedIn(String user) {
    var visitor = new Visitor(port);
    visitor.logIn(user, PASSWORD);
    return visitor;
  }
}
