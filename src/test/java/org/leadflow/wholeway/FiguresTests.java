package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Watched;
import org.springframework.beans.factory.annotation.Autowired;

class FiguresTests extends WholeWay {

  @Autowired Watched watched;

  @Test
  void whatOperatorsWatchFollowsALead() throws IOException, InterruptedException {
    watched.look();
    double open = figure("leadflow_leads{state=\"Open\"}");
    double tasks = figure("leadflow_tasks{kind=\"open\"}");
    double assigned = figure("leadflow_time_to_assignment_seconds_count");

    ownerOf(sent(aGermanLead()));
    watched.look();

    assertThat(figure("leadflow_leads{state=\"Open\"}")).isEqualTo(open + 1);
    assertThat(figure("leadflow_tasks{kind=\"open\"}")).isEqualTo(tasks + 1);
    assertThat(figure("leadflow_time_to_assignment_seconds_count")).isEqualTo(assigned + 1);
    assertThat(figure("leadflow_leads_unrouted{kind=\"single\"}")).isZero();
    assertThat(figures())
        .contains(
            "leadflow_incidents ",
            "leadflow_forms_held ",
            "leadflow_webhooks_rejected ",
            "leadflow_rule_set{set=\"routing/company\",state=\"WORKING\"")
        .contains("leadflow_pool_owed_turns{team=");
  }

  @Test
  void noFigureNamesAPersonOrALead() throws IOException, InterruptedException {
    UUID lead = sent(aGermanLead("lastName", "Unmistakable"));
    String owner = ownerOf(lead);
    as(owner).get("/api/leads/" + lead);
    watched.look();

    assertThat(figures()).doesNotContain("Unmistakable", lead.toString(), "\"" + owner + "\"");
  }

  private double figure(String name) throws IOException, InterruptedException {
    String figures = figures();
    return figures
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not told in " + figures));
  }

  private String figures() throws IOException, InterruptedException {
    String login =
        Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/prometheus"))
                    .header("Authorization", "Basic " + login)
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
