package org.leadflow.process.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.process.operations.Nodes.Node;
import org.leadflow.rules.Target;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators see and do on their page. */
class OperationsPageTests extends WholeWay {

  private static final String EMEA = "routing/units/emea";

  @Autowired Incidents incidents;
  @Autowired Nodes nodes;

  @Test
  void whatFailedIsShownByKindAndAllOfItTriedAgain() {
    long before = incidents.kinds().stream().mapToLong(Incidents.Kind::count).sum();
    rules.breakSet(EMEA);
    UUID one = sent(aGermanLead());
    UUID other = sent(aGermanLead());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(incidents.kinds())
                    .extracting(Incidents.Kind::count)
                    .containsOnly(before + 2));
    var admin = visitor("admin");
    String page = admin.get("/operations").body();
    assertThat(page)
        .contains("lead-lifecycle", "a rule of " + EMEA + " broke", "Retry all")
        .contains(one.toString(), other.toString());

    rules.answer(EMEA, Target.team("emea-inside-sales", 1));
    Matcher retry = Pattern.compile("/operations/incidents/[^\"]+/retry-all").matcher(page);
    assertThat(retry.find()).isTrue();
    assertThat(admin.form(retry.group(), "x=").statusCode()).isEqualTo(302);
    assertThat(admin.get("/operations").body()).contains((before + 2) + " steps are tried again");

    assertThat(ownerOf(one)).isNotBlank();
    assertThat(ownerOf(other)).isNotBlank();
    assertThat(admin.get("/operations").body()).contains("Nothing waits for you");
    assertThat(admin.form(retry.group(), "x=").statusCode()).isEqualTo(302);
    assertThat(admin.get("/operations").body()).contains("no such incident any more");
  }

  @Test
  void everyNodeSaysThatItIsThereAndWithWhichRulesItDecides() {
    nodes.say();
    nodes.say();

    assertThat(nodes.all()).filteredOn(Node::alive).hasSize(1);
    Node here = nodes.all().stream().filter(Node::alive).findFirst().orElseThrow();
    assertThat(here.name()).endsWith(":" + port);
    assertThat(here.role()).isEqualTo("all");
    assertThat(here.rules()).containsKeys("scoring", EMEA);
    jdbc.sql("UPDATE node SET seen_on = CURRENT_TIMESTAMP - INTERVAL '1' HOUR").update();
    assertThat(nodes.all()).noneMatch(Node::alive);
    nodes.say();
    assertThat(visitor("admin").get("/operations").body())
        .contains(here.name(), "alive", "Rules in force", here.rules().get("scoring"))
        .contains("Messages to other systems that wait");
  }

  @Test
  void theRestOfUsDoesNotSeeIt() {
    for (String user : new String[] {"anna", "lena", "freja", "website"}) {
      assertThat(visitor(user).get("/operations").statusCode()).as(user).isEqualTo(403);
      assertThat(visitor(user).form("/operations/incidents/x/retry-all", "x=").statusCode())
          .as(user)
          .isEqualTo(403);
    }
    assertThat(visitor("anna").get("/").body()).doesNotContain("/operations");
    assertThat(visitor("admin").get("/").body()).contains("/operations");
  }

  private Visitor visitor(String user) {
    var visitor = new Visitor(port);
    visitor.logIn(user, PASSWORD);
    return visitor;
  }
}
