package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;
import org.leadflow.intake.form.FormField;
import org.springframework.web.util.HtmlUtils;

/** Anybody leaves a lead by a form; what looks like spam is held and never lost. */
class WebToLeadTests extends AtTheDoor {

  private static final String THANKS = "/web-to-lead/%s/thanks";

  @Test
  void aVisitorsLeadIsRoutedAndHeIsThanked() {
    String form = form(Map.of("leadSourceCode", 8, "campaignId", "autumn"));
    String name = unlikeAnyOther();

    Stranger.Answer answer =
        post(form, old(form), Map.of("last_name", name, "country", "Germany", "city", "Ulm"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith(THANKS.formatted(form));
    UUID lead = leadNamed(name);
    ownerOf(lead);
    assertThat(lead(lead).text("subject")).isEqualTo("Contact");
    assertThat(lead(lead).text("leadSourceCode")).isEqualTo("8");
    assertThat(lead(lead).text("campaignId")).isEqualTo("autumn");
    assertThat(lead(lead).text("intakeChannel")).isEqualTo("Web form");
    assertThat(lead(lead).text("createdBy")).isEqualTo("web-to-lead " + form);
  }

  @Test
  void fiveClicksAreOneLeadAndAnotherVisitorWithTheSameTokenIsHeld() {
    String form = form(Map.of());
    String token = old(form);
    Map<String, String> first = Map.of("last_name", unlikeAnyOther());
    Map<String, String> second = Map.of("last_name", unlikeAnyOther());

    for (int click = 0; click < 5; click++) {
      assertThat(post(form, token, first).status()).isEqualTo(303);
    }
    assertThat(post(form, token, second).body()).contains("One more click");

    assertThat(leadsNamed(first.get("last_name"))).isEqualTo(1);
    assertThat(leadsNamed(second.get("last_name"))).isZero();
    assertThat(heldOf(form).findValuesAsText("last_name")).containsExactly(second.get("last_name"));
  }

  @Test
  void aFilledHiddenFieldIsHeldAndAManagerMakesItALead() {
    String form = form(Map.of());
    String name = unlikeAnyOther();
    Stranger.Answer answer =
        post(form, old(form), Map.of("last_name", name, "fax_number", "call me"));
    assertThat(answer.status()).as("a program learns nothing").isEqualTo(303);
    assertThat(leadsNamed(name)).isZero();
    JsonNode held = heldOf(form);
    assertThat(held.at("/items/0/suspicions/0").asText()).isEqualTo("HIDDEN_FIELD");
    String id = held.at("/items/0/submissionId").asText();

    assertThat(as("anna").post("/api/web-submissions/" + id + "/release", "").status())
        .isEqualTo(403);
    JsonNode released = as("lena").post("/api/web-submissions/" + id + "/release", "").body();

    assertThat(released.path("state").asText()).as("%s", released).isEqualTo("RELEASED");
    assertThat(released.path("typed")).as("kept no longer").isEmpty();
    assertThat(leadNamed(name)).isEqualTo(UUID.fromString(released.path("leadId").asText()));
    assertThat(as("lena").post("/api/web-submissions/" + id + "/release", "").status())
        .isEqualTo(409);
  }

  @Test
  void whatIsDiscardedNeedsAReasonAndCanStillBecomeALead() {
    String form = form(Map.of());
    String name = unlikeAnyOther();
    post(form, old(form), Map.of("last_name", name, "fax_number", "x"));
    String path = "/api/web-submissions/" + heldOf(form).at("/items/0/submissionId").asText();

    assertThat(as("lena").post(path + "/discard", Map.of("reason", " ")).status()).isEqualTo(422);
    JsonNode discarded =
        as("lena").post(path + "/discard", Map.of("reason", "An advertisement")).body();

    assertThat(discarded.path("state").asText()).isEqualTo("DISCARDED");
    assertThat(discarded.path("typed").path("last_name").asText()).isEqualTo(name);
    assertThat(as("lena").post(path + "/release", "").status()).isEqualTo(200);
    assertThat(leadsNamed(name)).isEqualTo(1);
  }

  @Test
  void withoutATokenOneMoreClickMakesTheLead() throws InterruptedException {
    String form = form(Map.of("language", "de"));
    String name = unlikeAnyOther();
    var visitor = new Stranger(port);
    for (String token : List.of("", "forged", token(form, Duration.ofDays(2)))) {
      Stranger.Answer answer =
          visitor.post("/web-to-lead/" + form, Map.of("last_name", name, "lf_token", token));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("Noch ein Klick").doesNotContain(name);
      Map<String, String> confirmed =
          Map.of("submission", answer.input("submission"), "lf_token", answer.input("lf_token"));
      assertThat(heldOf(form).path("total").asInt()).as("the same is held once").isEqualTo(1);
      if (token.isEmpty()) {
        continue;
      }
      assertThat(visitor.post("/web-to-lead/" + form + "/confirm", confirmed).body())
          .as("faster than a person")
          .contains("Noch ein Klick");
    }
    Stranger.Answer last = visitor.post("/web-to-lead/" + form, Map.of("last_name", name));
    Thread.sleep(2100);
    Map<String, String> confirmed =
        Map.of("submission", last.input("submission"), "lf_token", last.input("lf_token"));
    for (int click = 0; click < 2; click++) {
      assertThat(visitor.post("/web-to-lead/" + form + "/confirm", confirmed).status())
          .isEqualTo(303);
    }
    assertThat(leadsNamed(name)).isEqualTo(1);
    assertThat(heldOf(form).path("total").asInt()).isZero();
  }

  @Test
  void aFloodFromOneAddressIsHeldThenRefusedAndNothingIsLost() {
    String form = form(Map.of());
    String tag = unlikeAnyOther();
    var flood = new Stranger(port);
    int received = 0;
    int refused = 0;
    for (int times = 0; times < 200; times++) {
      Stranger.Answer answer =
          flood.post(
              "/web-to-lead/" + form, Map.of("last_name", tag + times, "lf_token", old(form)));
      received += answer.status() == 303 ? 1 : 0;
      refused += answer.status() == 429 ? 1 : 0;
      if (answer.status() == 429) {
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
      }
    }
    int leads =
        jdbc.sql("SELECT count(*) FROM lead WHERE last_name LIKE ?")
            .param(tag + "%")
            .query(Integer.class)
            .single();
    assertThat(received + refused).isEqualTo(200);
    assertThat(refused).isGreaterThan(20);
    assertThat(leads).isBetween(20, 35);
    assertThat(heldOf(form).path("total").asInt()).isEqualTo(received - leads);
    assertThat(post(form, old(form), Map.of("last_name", tag)).status())
        .as("another address")
        .isEqualTo(303);
  }

  @Test
  void theSameAtOnceIsOneLeadOrWaitsOnce() throws Exception {
    String form = form(Map.of());
    String token = old(form);
    Map<String, String> taken = Map.of("last_name", unlikeAnyOther());
    Map<String, String> held = Map.of("last_name", unlikeAnyOther());
    var all = Executors.newFixedThreadPool(8);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int times = 0; times < 24; times++) {
      calls.add(() -> post(form, token, taken).status());
      calls.add(() -> post(form, "", held).status());
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : all.invokeAll(calls)) {
      answers.add(answer.get());
    }
    all.shutdown();

    assertThat(Collections.frequency(answers, 303)).as("thanked").isEqualTo(24);
    assertThat(Collections.frequency(answers, 200)).as("asked to confirm").isEqualTo(24);
    assertThat(leadsNamed(taken.get("last_name"))).isEqualTo(1);
    assertThat(heldOf(form).findValuesAsText("last_name")).containsExactly(held.get("last_name"));
  }

  @Test
  void aNameInAnotherEncodingWaitsForAPerson() {
    String form = form(Map.of());
    String name = unlikeAnyOther();

    Stranger.Answer answer =
        new Stranger(port)
            .post("/web-to-lead/" + form, "last_name=" + name + "%FC&lf_token=" + old(form));

    assertThat(answer.status()).isEqualTo(303);
    JsonNode held = heldOf(form).at("/items/0");
    assertThat(held.path("suspicions").toString()).isEqualTo("[\"WRONG_ENCODING\"]");
    assertThat(held.at("/typed/last_name").asText()).startsWith(name);
  }

  @Test
  void aFormThatNoDatabaseKeepsIsRefusedByTheNamesOfItsFields() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("returnUrls", Collections.singletonList(null)),
            Map.of("required", Collections.nCopies(5000, "email")),
            Map.of("fields", Collections.singletonList(null)))) {
      var refused = as("lena").post("/api/web-forms", aForm(unlikeAnyOther(), wrong));
      assertThat(refused.status()).as("%s", refused).isEqualTo(422);
      assertThat(refused.faultyFields()).containsAll(wrong.keySet());
    }
    assertThat(
            as("lena")
                .post(
                    "/api/web-forms",
                    """
                    {"formId": "half", "title": "Half a character", "active": true, "fields": [],
                     "returnUrls": ["https://x.example/\\uD800"]}
                    """)
                .faultyFields())
        .containsExactly("returnUrls");
  }

  @Test
  void whatIsWrongIsSaidInTheVisitorsLanguageAndWhatHeTypedStays() {
    String form = form(Map.of("required", List.of("email")));
    var visitor = new Stranger(port);
    assertThat(visitor.get("/web-to-lead/" + form, "de-AT,de;q=0.9,en;q=0.5").body())
        .contains("lang=\"de\"", "Nachname *", "E-Mail *", "Absenden");
    assertThat(visitor.get("/web-to-lead/" + form, "fr").body())
        .contains("lang=\"en\"", "Last name *", "Send");

    Stranger.Answer wrong =
        visitor.post(
            "/web-to-lead/" + form,
            Map.of("email", "no mail", "company", "<b>\"Ä\"</b>", "last_name", ""));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("This is no e-mail address.", "Please fill in this field.")
        .contains("&lt;b&gt;&quot;Ä&quot;&lt;/b&gt;")
        .doesNotContain("<b>\"");
    assertThat(heldOf(form).path("total").asInt()).isZero();
  }

  @Test
  void aVisitorIsSentOnToAllowedAddressesOnly() {
    String form = form(Map.of("returnUrls", List.of("https://www.example.com/thanks")));
    for (String allowed :
        List.of("https://www.example.com/thanks", "https://www.example.com/thanks/de?x=1")) {
      assertThat(
              post(form, old(form), Map.of("last_name", "Tanaka", "retURL", allowed))
                  .header("Location"))
          .isEqualTo(allowed);
    }
    for (String bad :
        List.of(
            "https://evil.example/thanks",
            "https://www.example.com.evil.example/thanks",
            "https://www.example.com@evil.example/thanks",
            "http://www.example.com/thanks",
            "https://www.example.com/thanksgiving",
            "https://www.example.com/thanks/../admin",
            "https://www.example.com/thanks/%2e%2E/admin",
            "//evil.example",
            "javascript:alert(1)",
            "https://www.example.com:444/thanks")) {
      assertThat(
              post(form, old(form), Map.of("last_name", "Tanaka", "retURL", bad))
                  .header("Location"))
          .as(bad)
          .endsWith(THANKS.formatted(form));
    }
  }

  @Test
  void whatASiteBringsAlongOutlastsAMistake() {
    String there = "https://www.example.com/thanks";
    String form = form(Map.of("returnUrls", List.of(there)));
    String name = unlikeAnyOther();
    Map<String, String> along =
        Map.of(
            "lead_source", "Trade Show",
            "Campaign_ID", "\"><b>fair",
            "utm_source", "letter",
            "utm_medium", "mail",
            "utm_campaign", "autumn",
            "retURL", there + "?x=1&y=%C3%A4");
    Map<String, String> typed = new TreeMap<>(along);
    typed.putAll(Map.of("last_name", name, "email", "no mail"));

    Stranger.Answer wrong = post(form, old(form), typed);

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).doesNotContain("<b>");
    Map<String, String> corrected =
        new TreeMap<>(Map.of("last_name", name, "email", "a@b.example"));
    corrected.put("lf_page", wrong.input("lf_page"));
    along.keySet().forEach(each -> corrected.put(each, HtmlUtils.htmlUnescape(wrong.input(each))));
    Stranger.Answer thanked = post(form, old(form), corrected);
    assertThat(thanked.status()).as("%s", thanked).isEqualTo(303);
    assertThat(thanks(thanked)).contains("content=\"0;url=" + there + "?x=1&amp;y=%C3%A4\"");
    JsonNode lead = lead(leadNamed(name)).body();
    assertThat(lead.path("leadSourceCode").asInt()).isEqualTo(7);
    assertThat(lead.path("campaignId").asText()).isEqualTo("\"><b>fair");
    assertThat(lead.path("utmSource").asText()).isEqualTo("letter");
    assertThat(lead.path("utmMedium").asText()).isEqualTo("mail");
    assertThat(lead.path("utmCampaign").asText()).isEqualTo("autumn");
  }

  @Test
  void whatASiteSaysThatNoFieldHoldsStandsInANote() {
    String form = form(Map.of());
    String name = unlikeAnyOther();
    String campaign = "autumn".repeat(20);

    post(
        form,
        old(form),
        Map.of("last_name", name, "lead_source", "Webinar", "Campaign_ID", campaign));

    JsonNode notes = as("admin").get("/api/leads/" + leadNamed(name) + "/notes").body();
    assertThat(notes.toString()).contains("lead_source: Webinar", "Campaign_ID: " + campaign);
  }

  @Test
  void whatASiteAsksBesideTheFormStandsInANoteAndANoIsANo() {
    String form = form(Map.of());
    String name = unlikeAnyOther();
    Map<String, String> typed =
        new TreeMap<>(Map.of("last_name", name, "00N30000003abcD", "Three lines", "mobile", "12"));
    typed.putAll(Map.of("emailOptOut", "1", "doNotCall", "on", "faxOptOut", "0"));
    typed.putAll(Map.of("oid", "00D3000000", "debug", "1", "email", "no mail"));

    Stranger.Answer wrong = post(form, old(form), typed);
    assertThat(wrong.status()).isEqualTo(422);
    typed.put("00N30000003abcD", wrong.input("00N30000003abcD"));
    typed.put("email", name + "@b.example");
    post(form, old(form), typed);

    UUID lead = leadNamed(name);
    JsonNode read = lead(lead).body();
    assertThat(read.path("doNotEmail").asBoolean()).isTrue();
    assertThat(read.path("doNotPhone").asBoolean()).isTrue();
    assertThat(read.path("doNotFax").asBoolean()).isFalse();
    JsonNode notes = as("admin").get("/api/leads/" + lead + "/notes").body();
    assertThat(notes.toString())
        .contains("00N30000003abcD: Three lines", "mobile: 12", "faxOptOut: 0")
        .doesNotContain("OptOut: 1", "doNotCall", "oid", "debug");
  }

  @Test
  void whatASiteAsksAnewWaitsForAPersonAndIsCutWhereItIsTooLong() {
    String form = form(Map.of());
    String name = unlikeAnyOther();
    String token = old(form);
    Map<String, String> typed = new TreeMap<>(Map.of("last_name", name, "essay", "x".repeat(3000)));
    typed.put("wish", "blue");
    post(form, token, typed);
    post(form, token, typed);
    assertThat(heldOf(form).path("total").asInt()).as("the same twice is one").isZero();
    typed.put("wish", "red");
    post(form, token, typed);

    assertThat(leadsNamed(name)).isOne();
    assertThat(heldOf(form).toString()).contains("\"wish\":\"red\"");
    JsonNode notes = as("admin").get("/api/leads/" + leadNamed(name) + "/notes").body();
    assertThat(notes.toString()).contains("essay: xxx", "xxx…", "wish: blue");
  }

  @Test
  void theAddressOfOurPageBringsAlongWhatNobodyTypes() {
    String there = "https://www.example.com/thanks";
    String form = form(Map.of("returnUrls", List.of(there), "consentText", "You may write."));
    String query =
        "?utm_source=letter&Campaign_ID=%22fair&last_name=Mallory&consent=1&lf_token=x&retURL=";

    Stranger.Answer page = new Stranger(port).get("/web-to-lead/" + form + query + there, "en");

    assertThat(page.input("utm_source")).isEqualTo("letter");
    assertThat(page.input("Campaign_ID")).isEqualTo("&quot;fair");
    assertThat(page.input("retURL")).isEqualTo(there);
    assertThat(page.body()).doesNotContain("Mallory", "checked", "value=\"x\"");
    String elsewhere = "https://evil.example/thanks";
    assertThat(new Stranger(port).get("/web-to-lead/" + form + query + elsewhere, "en").body())
        .contains("utm_source")
        .doesNotContain("evil");
    assertThat(
            new Stranger(port)
                .get("/web-to-lead/" + form + "/thanks?retURL=" + elsewhere, "en")
                .body())
        .doesNotContain("evil", "refresh");
  }

  @Test
  void whoConfirmsIsSentOnTooToAllowedAddressesOnly() throws InterruptedException {
    String there = "https://www.example.com/thanks";
    String form = form(Map.of("returnUrls", List.of(there)));
    var visitor = new Stranger(port);
    Stranger.Answer asked =
        visitor.post(
            "/web-to-lead/" + form, Map.of("last_name", unlikeAnyOther(), "retURL", there));
    Map<String, String> confirmed = new TreeMap<>();
    for (String name : List.of("submission", "lf_token", "lf_page", "retURL")) {
      confirmed.put(name, asked.input(name));
    }
    String path = "/web-to-lead/" + form + "/confirm";
    assertThat(visitor.post(path, confirmed).input("retURL"))
        .as("asked again, faster than a person")
        .isEqualTo(there);
    Thread.sleep(2100);

    assertThat(thanks(visitor.post(path, confirmed))).contains("content=\"0;url=" + there + "\"");
    confirmed.put("retURL", "https://evil.example");
    assertThat(thanks(visitor.post(path, confirmed))).doesNotContain("evil");
  }

  @Test
  void whatIsNotThereIsNotThankedFor() {
    String form = form(Map.of());
    var visitor = new Stranger(port);
    String confirm = "/web-to-lead/" + form + "/confirm";
    for (Map<String, String> sent :
        List.of(
            Map.<String, String>of("submission", "x"),
            Map.of("submission", UUID.randomUUID().toString(), "lf_token", old(form)))) {
      Stranger.Answer answer = visitor.post(confirm, sent);
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.body()).contains("Nothing waits for this click", "/web-to-lead/" + form);
    }
    Stranger.Answer large =
        post(form, old(form), Map.of("last_name", "x", "description", "y".repeat(3_000_000)));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.body()).contains("Nothing was sent");
  }

  @Test
  void onlyTheFieldsOfTheFormAreRead() {
    String form = form(Map.of());
    String name = unlikeAnyOther();
    post(
        form,
        old(form),
        Map.of(
            "last_name", name,
            "phone", "+49 711 1",
            "ownerId", "admin",
            "parentAccountId", UUID.randomUUID().toString(),
            "sourceKey", "mine",
            "lead_source", "Trade Show"));
    JsonNode lead = lead(leadNamed(name)).body();
    assertThat(lead.has("telephone1")).isFalse();
    assertThat(lead.has("parentAccountId")).isFalse();
    assertThat(lead.path("sourceKey").asText()).isNotEqualTo("mine");
    assertThat(lead.path("leadSourceCode").asInt()).isEqualTo(7);
  }

  @Test
  void noConsentComesOfABoxThatNobodyTicked() {
    String form = form(Map.of("consentText", "You may write to me."));
    String yes = unlikeAnyOther();
    String no = unlikeAnyOther();
    post(form, old(form), Map.of("last_name", yes, "consent", "1"));
    post(form, old(form), Map.of("last_name", no, "consent", "0"));
    assertThat(lead(leadNamed(yes)).text("consentText")).isEqualTo("You may write to me.");
    assertThat(lead(leadNamed(yes)).text("consentOn")).isNotNull();
    assertThat(lead(leadNamed(no)).text("consentOn")).isNull();
  }

  @Test
  void whatIsHeldAgreesToWhatStoodThereWhenItWasSent() {
    Map<String, Object> fields = new TreeMap<>(Map.of("consentText", "You may write to me."));
    String form = form(fields);
    String name = unlikeAnyOther();
    post(
        form,
        old(form),
        Map.of("last_name", name, "consent", "1", "fax_number", "x", "consent_text", "Anything"));
    jdbc.sql("UPDATE web_form SET consent_text = 'You may sell my data.' WHERE form_id = ?")
        .param(form)
        .update();

    String held = heldOf(form).at("/items/0/submissionId").asText();
    as("lena").post("/api/web-submissions/" + held + "/release", "");

    assertThat(lead(leadNamed(name)).text("consentText")).isEqualTo("You may write to me.");
  }

  @Test
  void naughtyStringsComeThroughEveryFieldOfTheFormUnharmed() throws IOException {
    List<FormField> fields =
        Arrays.stream(FormField.values())
            .filter(field -> field.longest() != null && field != FormField.LAST_NAME)
            .toList();
    String form = form(Map.of("fields", fields.stream().map(FormField::fieldName).toList()));
    try (InputStream own = getClass().getResourceAsStream("/naughty-strings.json")) {
      for (String naughty : new ObjectMapper().readValue(own, String[].class)) {
        Map<String, String> typed = new TreeMap<>();
        fields.forEach(field -> typed.put(field.fieldName(), naughty));
        String mark = unlikeAnyOther();
        typed.put("last_name", mark);
        Stranger.Answer answer = post(form, old(form), typed);
        if (answer.status() == 422) {
          assertShownEscaped(answer.body(), naughty);
          typed.keySet().removeIf(answer::marks);
          answer = post(form, old(form), typed);
        }
        assertThat(answer.status()).as("%s: %s", naughty, answer).isEqualTo(303);
        if (naughty.contains("\uFFFD")) {
          continue;
        }
        JsonNode lead = lead(leadNamed(mark)).body();
        for (FormField field : fields) {
          if (typed.containsKey(field.fieldName()) && !naughty.isBlank()) {
            assertThat(lead.path(field.leadField()).asText())
                .as(field.fieldName())
                .isEqualTo(naughty.strip());
          }
        }
      }
    }
  }

  @Test
  void aFormIsLookedAfterByManagersAndItsSecretStaysInside() {
    String form = form(Map.of());
    assertThat(as("anna").get("/api/web-forms/" + form).status()).isEqualTo(403);
    JsonNode read = as("lena").get("/api/web-forms/" + form).body();
    assertThat(read.toString()).doesNotContain(secret(form));
    assertThat(as("lena").post("/api/web-forms", aForm(form, Map.of())).status()).isEqualTo(409);
    assertThat(
            as("lena")
                .post(
                    "/api/web-forms",
                    aForm(
                        "No Name",
                        Map.of(
                            "fields", List.of("ownerId"),
                            "language", "fr",
                            "returnUrls", List.of("ftp://x.example"))))
                .faultyFields())
        .contains("formId", "language");
    String snippet =
        as("lena").get("/api/web-forms/" + form + "/snippet").body().path("html").asText();
    assertThat(snippet)
        .contains("/web-to-lead/" + form, "name=\"last_name\"", "token.js", "fax_number");
    assertThat(
            as("lena")
                .get("/api/web-forms/" + form + "/snippet?retURL=https://evil.example")
                .status())
        .isEqualTo(422);
    String script = new Stranger(port).get("/web-to-lead/" + form + "/token.js", "en").body();
    assertThat(script)
        .as("of several forms on a page only this one")
        .contains("form[action$=\"/web-to-lead/" + form + "\"] input[name=lf_token]")
        .doesNotContain(secret(form));
  }

  @Test
  void aClosedFormIsNotThere() {
    String form = form(Map.of("active", false));
    var visitor = new Stranger(port);
    assertThat(visitor.get("/web-to-lead/" + form, "de").status()).isEqualTo(404);
    assertThat(visitor.get("/web-to-lead/nowhere", "de").body()).contains("Dieses Formular");
    assertThat(visitor.get("/web-to-lead/nowhere/token.js", "de").status()).isEqualTo(404);
    assertThat(post(form, old(form), Map.of("last_name", "Tanaka")).status()).isEqualTo(404);
  }

  private String form(Map<String, Object> changes) {
    String id = unlikeAnyOther();
    var created = as("lena").post("/api/web-forms", aForm(id, changes));
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    return id;
  }

  private static Map<String, Object> aForm(String id, Map<String, Object> changes) {
    Map<String, Object> form = new TreeMap<>();
    form.put("formId", id);
    form.put("title", "Contact");
    form.put("active", true);
    form.put("fields", List.of("first_name", "last_name", "email", "company", "city", "country"));
    form.putAll(changes);
    return form;
  }

  /** The page of ours to which this answer leads. */
  private String thanks(Stranger.Answer answer) {
    URI there = URI.create(answer.header("Location"));
    assertThat(there.getPath()).as("%s", answer).endsWith("/thanks");
    String query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
    return new Stranger(port).get(there.getRawPath() + query, "en").body();
  }

  /** From an address that nobody posted from before. */
  private Stranger.Answer post(String form, String token, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("lf_token", token);
    return new Stranger(port).post("/web-to-lead/" + form, all);
  }

  /** The token of a form that was opened a minute ago. */
  private String old(String form) {
    return token(form, Duration.ofMinutes(1));
  }

  private String token(String form, Duration age) {
    String said = UUID.randomUUID() + "." + Instant.now().minus(age).toEpochMilli();
    return said
        + "."
        + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret(form)).hmacHex(form + "." + said);
  }

  private String secret(String form) {
    return jdbc.sql("SELECT secret FROM web_form WHERE form_id = ?")
        .param(form)
        .query(String.class)
        .single();
  }

  private JsonNode heldOf(String form) {
    JsonNode all = as("lena").get("/api/web-submissions?state=HELD&size=200").body();
    var items = new ObjectMapper().createArrayNode();
    all.path("items")
        .forEach(
            item -> {
              if (item.path("formId").asText().equals(form)) {
                items.add(item);
              }
            });
    return new ObjectMapper().createObjectNode().put("total", items.size()).set("items", items);
  }

  private UUID leadNamed(String name) {
    return jdbc.sql("SELECT lead_id FROM lead WHERE last_name = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }

  private int leadsNamed(String name) {
    return jdbc.sql("SELECT count(*) FROM lead WHERE last_name = ?")
        .param(name)
        .query(Integer.class)
        .single();
  }
}
