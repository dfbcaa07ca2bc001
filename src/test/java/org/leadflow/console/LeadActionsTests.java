package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Acting;
import org.leadflow.access.Visitor;
import org.leadflow.core.Actor;
import org.leadflow.core.Refused;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do about leads on the pages, asked without a browser. */
class LeadActionsTests extends WholeWay {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  @Autowired Deciding deciding;
  @Autowired Acting acting;

  private UUID lead;
  private String owner;
  private Visitor seller;

  @BeforeEach
  void aLeadOfSomebody() {
    lead = sent(aGermanLead(notCompared()));
    owner = ownerOf(lead);
    seller = visitor(owner);
  }

  @Test
  void aLeadIsQualifiedOnItsPageAndTheQualificationUndone() {
    var done = act(seller, "qualify", "currency", "EUR", "estimatedAmount", "48000");

    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
    assertThat(seller.get("/leads/" + lead).body()).contains("What it became", "Undo the qual");

    assertThat(act(seller, "undo-qualification").statusCode()).isEqualTo(302);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void aLeadThatWaitsForApprovalSaysWhomItWaitsForAndIsAnsweredThere() {
    assertThat(act(seller, "qualify", "currency", "EUR", "estimatedAmount", "700000").statusCode())
        .isEqualTo(302);
    String page = seller.get("/leads/" + lead).body();
    assertThat(page)
        .contains("It waits for approval", "an opportunity of 700,000 EUR. Lena Brandt decides.")
        .doesNotContain("id=\"qualify\"", "id=\"disqualify\"", "id=\"hand-back\"", "/approve");
    assertThat(act(seller, "approve").statusCode()).isEqualTo(403);
    var lena = visitor("lena");
    assertThat(lena.get("/leads/" + lead).body()).contains("/approve", "id=\"assign\"");

    assertThat(act(lena, "send-back", "because", " ").body())
        .contains("wrong-send-back-because\">must not be blank");
    assertThat(act(lena, "send-back", "because", "Ask for a credit check").statusCode())
        .isEqualTo(302);
    assertThat(seller.get("/leads/" + lead).body())
        .contains("Ask for a credit check", "id=\"qualify\"")
        .doesNotContain("It waits for approval");
    act(seller, "qualify", "currency", "EUR", "estimatedAmount", "700000");
    assertThat(act(lena, "approve").statusCode()).isEqualTo(302);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Qualified");
  }

  @Test
  void aLeadThatWaitsForItsDataIsCompletedOnItsPage() {
    lead =
        sent(
            Map.of(
                "subject",
                "A question",
                "lastName",
                unlikeAnyOther(),
                "sourceSystem",
                COMPLETED,
                "sourceKey",
                unlikeAnyOther()));
    taskOf(lead, "UserTask_CompleteData");
    var lena = visitor("lena");
    assertThat(lena.get("/leads/" + lead).body())
        .contains(
            "It waits for its data", "It lacks: e-mail address, phone number", "Business Phone")
        .doesNotContain("id=\"qualify\"");

    assertThat(act(lena, "complete-data", "emailAddress1", "no mail").body())
        .contains("wrong-complete-data-emailAddress1\">must be");
    assertThat(act(lena, "complete-data", "address1Country", "Germany").statusCode())
        .isEqualTo(302);

    ownerOf(lead);
    assertThat(lead(lead).text("address1Country")).isEqualTo("Germany");
  }

  @Test
  void aPartnerDeclinesOnThePageAndHasTheLeadNoMore() {
    lead = sent(aGermanLead("channelPartnerId", "nordwind"));
    taskOf(lead, "UserTask_AnswerOffer");
    var freja = visitor("freja");

    var declined = act(freja, "decline", "because", "No room");

    assertThat(declined.headers().firstValue("Location").orElse("")).endsWith("/leads");
    assertThat(freja.get("/leads").body()).contains("Noted: you do not take this lead.");
    assertThat(freja.get("/leads/" + lead).statusCode()).isEqualTo(404);
  }

  @Test
  void recordsLikeTheNewOnesAreShownToChooseFrom() {
    String company = unlikeAnyOther() + " GmbH";
    UUID first = sent(aGermanLead(notCompared("companyName", company)));
    ownerOf(first);
    UUID second = sent(aGermanLead(notCompared("companyName", company)));
    ownerOf(second);
    as("admin").post("/api/leads/" + first + "/qualify", Map.of("opportunityCurrencyId", "EUR"));
    lead = second;
    var admin = visitor("admin");

    var asked = act(admin, "qualify", "currency", "EUR", "comment", "Typed & kept");

    assertThat(asked.statusCode()).isEqualTo(412);
    assertThat(asked.body())
        .contains("Companies like this one", company, "A new one all the same", "Typed &amp; kept");
    String token = hidden(asked.body(), "duplicateToken");
    var done =
        act(admin, "qualify", "currency", "EUR", "duplicateToken", token, "accountId", "new");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    assertThat(lead(second).text("stateCodeLabel")).isEqualTo("Qualified");
  }

  @Test
  void whatIsWrongStandsBesideTheFieldAndNothingTypedIsLost() {
    var refused = act(seller, "disqualify", "statusCode", "", "comment", "They bought <elsewhere>");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "id=\"wrong-disqualify-statusCode\">must be chosen<", "They bought &lt;elsewhere&gt;");
    assertThat(act(seller, "disqualify", "statusCode", "3").body())
        .contains("Qualified is no reason to disqualify");
    assertThat(act(seller, "wait", "until", LocalDate.now().minusDays(2).toString()).body())
        .contains("wrong-wait-until\">must be a day after");
    assertThat(act(seller, "wait", "until", "soon").body())
        .contains("wrong-wait-until\">must be a day such as");
    assertThat(act(seller, "assign", "owner", "user:nobody").body()).contains("wrong-assign-owner");
    assertThat(act(seller, "qualify", "estimatedAmount", "much", "currency", "EUR").body())
        .contains("wrong-qualify-estimatedAmount\">must be an amount");
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");

    assertThat(act(seller, "disqualify", "statusCode", "5", "comment", "Dead").statusCode())
        .isEqualTo(302);
    assertThat(seller.get("/leads/" + lead).body()).contains("Cannot Contact", "Dead");
    assertThat(act(seller, "reactivate").statusCode()).isEqualTo(302);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void whoSawAnOlderLeadIsToldAndChangesNothing() {
    String old = version();
    as("admin").patch("/api/leads/" + lead, lead(lead).etag(), Map.of("jobTitle", "Director"));

    var refused =
        seller.form("/leads/" + lead + "/disqualify", "statusCode=5&comment=Kept&version=" + old);

    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(refused.body())
        .contains("changed since you opened the page", "Kept", "Director")
        .contains("name=\"version\" value=\"" + version() + "\"");
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void theLeadIsContactedWaitsIsHandedBackAndGiven() {
    assertThat(act(seller, "contacted").statusCode()).isEqualTo(302);
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Contacted");
    assertThat(act(seller, "wait", "until", LocalDate.now().plusDays(9).toString()).statusCode())
        .isEqualTo(302);
    assertThat(act(seller, "hand-back", "comment", "They speak Danish only").statusCode())
        .isEqualTo(302);
    assertThat(lead(lead).text("ownerId")).isEqualTo("triage");
    var lena = visitor("lena");
    assertThat(act(lena, "assign", "owner", "user:marie", "because", "Speaks it").statusCode())
        .isEqualTo(302);
    assertThat(lead(lead).text("ownerId")).isEqualTo("marie");
    assertThat(lena.get("/leads/" + lead).body()).contains("Speaks it");
  }

  @Test
  void notesAndActivitiesAreAddedAndDone() {
    assertThat(seller.form("/leads/" + lead + "/notes", "subject=&text=").body())
        .contains("wrong-note-text\">must not be blank");
    seller.form("/leads/" + lead + "/notes", "subject=Call&text=Wants+%3Cb%3Ean+offer");
    seller.form(
        "/leads/" + lead + "/activities",
        "type=PHONECALL&subject=Ask+for+the+budget&scheduledEnd=2031-01-31T10:30");
    String page = seller.get("/leads/" + lead).body();
    assertThat(page)
        .contains("Wants &lt;b&gt;an offer", "Ask for the budget", "31 Jan 2031, 10:30");

    Matcher complete = Pattern.compile("/leads/[^\"]+/complete").matcher(page);
    assertThat(complete.find()).isTrue();
    assertThat(seller.form(complete.group(), "x=").statusCode()).isEqualTo(302);
    assertThat(seller.form(complete.group(), "x=").body()).contains("is Completed and stays");
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("Contacted");
    assertThat(seller.form("/leads/" + lead + "/activities", "type=DANCE&subject=x").statusCode())
        .isEqualTo(422);
  }

  @Test
  void manyAreDoneAtOnceAndEachTellsWhatCameOfIt() {
    UUID other = sent(aGermanLead(notCompared()));
    ownerOf(other);
    UUID nowhere = new UUID(0, 7);
    var lena = visitor("lena");
    String chosen = "&lead=" + lead + "&lead=" + other;
    String back = "&back=" + encoded("?q=a&page=2");

    assertThat(lena.form("/leads/chosen", "action=assign" + chosen + back).body())
        .contains("Assign these 2 leads", "/leads?q=a&amp;page=2");
    assertThat(lena.form("/leads/chosen", "action=assign").body()).contains("No lead is chosen");
    assertThat(lena.form("/leads/chosen/act/assign", "owner=" + chosen).body())
        .contains("wrong-assign-owner\">must be chosen", "Assign these 2 leads");
    assertThat(
            lena.form("/leads/chosen/act/assign", "owner=user:marie&lead=" + nowhere + chosen)
                .body())
        .contains("A lead that you may not see", "assigned", "refused");
    assertThat(lead(other).text("ownerId")).isEqualTo("marie");

    lena.form("/leads/" + other + "/disqualify", "statusCode=4&version=" + version(lena, other));
    assertThat(lena.form("/leads/chosen/act/disqualify", "statusCode=5" + chosen).body())
        .contains("<strong>1</strong>", "disqualified", "The lead is Disqualified");
    assertThat(lena.form("/leads/chosen/act/reactivate", chosen.substring(1)).body())
        .contains("<strong>2</strong>", "reactivated");
    assertThat(lena.form("/leads/chosen/act/sell", chosen.substring(1)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobodyDoesAnythingToALeadHeMayNotSee() {
    String owned = lead(lead).text("ownerId");
    var kenji = visitor("kenji");
    for (String action :
        new String[] {"qualify", "disqualify", "assign", "reactivate", "contacted", "hand-back"}) {
      assertThat(
              kenji
                  .form("/leads/" + lead + "/" + action, "version=3&statusCode=5&owner=user:kenji")
                  .statusCode())
          .as(action)
          .isEqualTo(404);
    }
    assertThat(kenji.form("/leads/" + lead + "/notes", "text=Hello").statusCode()).isEqualTo(404);
    assertThat(kenji.form("/leads/chosen/act/assign", "owner=user:kenji&lead=" + lead).body())
        .contains("refused");
    assertThat(visitor("website").form("/leads/chosen", "action=assign&lead=" + lead).statusCode())
        .isEqualTo(403);
    assertThat(lead(lead).text("ownerId")).isEqualTo(owned);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Open");
  }

  @Test
  void whoAssignsALeadThatJustChangedIsTold() {
    var fields = new FormFields(Map.of("owner", "user:marie", "version", version()));
    as(owner).post("/api/leads/" + lead + "/contacted", Map.of());

    assertThatThrownBy(
            () ->
                acting.as(
                    "lena",
                    Actor.Door.PAGE,
                    () -> {
                      deciding.assign(fields).carryOut(lead);
                      return "done";
                    }))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.status().value()).isEqualTo(412));
    assertThat(lead(lead).text("ownerId")).isEqualTo(owner);
  }

  @Test
  void aLeadOnOfferShowsUntilWhenItsPartnerMayAnswer() {
    UUID offered = sent(aGermanLead(notCompared("channelPartnerId", "nordwind")));
    taskOf(offered, "UserTask_AnswerOffer");

    Visitor freja = visitor("freja");
    assertThat(freja.get("/leads/" + offered).body())
        .contains("Partner answers by")
        .doesNotContain("Respond by");
    String deadlines = "/api/leads/" + offered + "/deadlines";
    assertThat(as("freja").get(deadlines).body().get("running")).isEmpty();

    accepted(offered, "freja");
    taskOf(offered, "UserTask_WorkLead");
    assertThat(freja.get("/leads/" + offered).body())
        .contains("Respond by")
        .doesNotContain("Partner answers by");
    assertThat(as("freja").get(deadlines).body().get("running")).isNotEmpty();
  }

  private HttpResponse<String> act(Visitor who, String action, String... fields) {
    var form = new StringBuilder("version=" + version(who, lead));
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
    }
    return who.form("/leads/" + lead + "/" + action, form.toString());
  }

  private String version() {
    return version(seller, lead);
  }

  private static String version(Visitor who, UUID lead) {
    Matcher version = VERSION.matcher(who.get("/leads/" + lead).body());
    return version.find() ? version.group(1) : "";
  }

  private static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Visitor visitor(String user) {
    var visitor = new Visitor(port);
    visitor.logIn(user, PASSWORD);
    return visitor;
  }
}
