package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Records;
import org.leadflow.intake.webhook.Mapping;
import org.leadflow.lead.LeadFields;

/** Other systems send leads in a JSON of their own, signed, and each counts once. */
class WebhooksTests extends AtTheDoor {

  private static final String SHOP =
      """
      {"webhookId": "%s", "title": "Web shop", "kind": "GENERIC", "active": true, "mapping": {
        "externalId": "/order/id",
        "fields": [{"pointer": "/customer/surname", "field": "lastName"},
                   {"pointer": "/customer/mail", "field": "emailAddress1"},
                   {"pointer": "/customer/staff", "field": "numberOfEmployees"},
                   {"pointer": "/order/text", "field": "description"},
                   {"pointer": "/customer/country", "field": "address1Country", "values": {"DE": "Germany"}}],
        "constants": {"subject": "Order in the web shop", "leadSourceCode": "Web"}}}
      """;

  @Test
  void aSignedMessageBecomesALeadAndWhatNoFieldTakesANote() {
    JsonNode shop = created(SHOP);
    String name = unlikeAnyOther();
    ObjectNode message = message(name);
    ((ObjectNode) message.path("customer")).put("mail", "no mail").put("vat", "DE123");

    Call.Answer answer = send(shop, message.toString());

    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    UUID lead = UUID.fromString(answer.json().path("leadId").asText());
    assertThat(lead(lead).text("lastName")).isEqualTo(name);
    assertThat(lead(lead).text("address1Country")).isEqualTo("Germany");
    assertThat(lead(lead).text("numberOfEmployees")).isEqualTo("800");
    assertThat(lead(lead).text("leadSourceCode")).isEqualTo("8");
    assertThat(lead(lead).text("emailAddress1")).isNull();
    assertThat(notesOf(lead))
        .hasSize(1)
        .first()
        .asString()
        .contains("/customer/vat: DE123", "/customer/mail: no mail", "/order/id: ")
        .doesNotContain(name);
    ownerOf(lead);
  }

  @Test
  void ofHundredThousandsOfValuesInPlacesWithLongNamesSomeAreKeptAndTheOthersCounted() {
    JsonNode shop = created(SHOP);
    ObjectNode message = message(unlikeAnyOther());
    ArrayNode many = message.putArray("k".repeat(40_000));
    IntStream.range(0, 400_000).forEach(number -> many.add(1));

    Call.Answer answer = send(shop, message.toString());

    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    UUID lead = UUID.fromString(answer.json().path("leadId").asText());
    List<String> notes = notesOf(lead);
    assertThat(notes).hasSizeBetween(2, 4);
    assertThat(String.join("", notes)).contains("/order/id: ", "more values");
    ownerOf(lead);
  }

  @Test
  void theSameExternalIdIsTheSameLeadAlsoAHundredTimesAtOnce() throws Exception {
    JsonNode shop = created(SHOP);
    ObjectNode message = message(unlikeAnyOther());
    int before = count("lead");
    var all = Executors.newFixedThreadPool(2);
    long now = Instant.now().getEpochSecond();
    List<Callable<Call.Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String signature = signed(shop.path("secret").asText(), now - i, message.toString());
      calls.add(() -> send(shop, message.toString(), signature));
    }
    for (Future<Call.Answer> sent : all.invokeAll(calls)) {
      assertThat(sent.get().status()).as("%s", sent.get()).isIn(200, 201);
    }
    all.shutdown();
    assertThat(count("lead")).isEqualTo(before + 1);

    ((ObjectNode) message.path("customer")).put("staff", 900);
    Call.Answer news = send(shop, message.toString());

    assertThat(news.json().path("outcome").asText()).isEqualTo("UPDATED");
    UUID lead = UUID.fromString(news.json().path("leadId").asText());
    assertThat(lead(lead).text("numberOfEmployees")).isEqualTo("900");
    assertThat(notesOf(lead)).hasSize(1);
  }

  @Test
  void aMessageThatComesAgainAsItWasSignedBringsNothingOldBack() {
    JsonNode shop = created(SHOP);
    ObjectNode message = message(unlikeAnyOther());
    String before = message.toString();
    String header =
        signed(shop.path("secret").asText(), Instant.now().getEpochSecond() - 60, before);
    Call.Answer first = send(shop, before, header);
    ((ObjectNode) message.path("customer")).put("staff", 900);
    assertThat(send(shop, message.toString()).json().path("outcome").asText()).isEqualTo("UPDATED");

    Call.Answer replayed = send(shop, before, header);

    assertThat(replayed.text()).isEqualTo(first.text());
    UUID lead = UUID.fromString(first.json().path("leadId").asText());
    assertThat(lead(lead).text("numberOfEmployees")).isEqualTo("900");
    assertThat(deliveries(shop).path("items")).hasSize(2);
    assertThat(send(shop, before).json().path("outcome").asText())
        .as("signed again")
        .isEqualTo("UPDATED");
  }

  @Test
  void whatIsToldMoreOfAMergedLeadStandsWithItsMaster() {
    JsonNode shop = created(SHOP);
    ObjectNode message = message(unlikeAnyOther());
    UUID merged = UUID.fromString(send(shop, message.toString()).json().path("leadId").asText());
    ownerOf(merged);
    UUID master = sent(aGermanLead());
    ownerOf(master);
    assertThat(
            as("admin").post("/api/leads/" + master + "/merge", Map.of("leadId", merged)).status())
        .isEqualTo(200);
    ((ObjectNode) message.path("customer")).put("vat", "DE777");

    Call.Answer later = send(shop, message.toString());

    assertThat(later.json().path("outcome").asText()).isEqualTo("CLOSED");
    assertThat(notesOf(master).toString()).contains("/customer/vat: DE777");
    assertThat(notesOf(merged)).isEmpty();
  }

  @Test
  void aConstantReplacesNothingThatALeadHasAlready() {
    String withTopic =
        SHOP.replace(
            "{\"pointer\": \"/order/text\"",
            "{\"pointer\": \"/order/topic\", \"field\": \"subject\"}, {\"pointer\": \"/order/text\"");
    JsonNode shop = created(withTopic);
    ObjectNode message = message(unlikeAnyOther());
    ((ObjectNode) message.path("order")).put("topic", "Pump 12");
    send(shop, message.toString());
    ((ObjectNode) message.path("order")).remove("topic");
    ((ObjectNode) message.path("customer")).put("staff", 900);

    Call.Answer later = send(shop, message.toString());

    UUID lead = UUID.fromString(later.json().path("leadId").asText());
    assertThat(lead(lead).text("numberOfEmployees")).isEqualTo("900");
    assertThat(lead(lead).text("subject")).isEqualTo("Pump 12");
  }

  @Test
  void whatBelongsToSomebodyElseIsRejectedAndKept() {
    JsonNode shop = created(SHOP);
    ObjectNode message = message(unlikeAnyOther());
    Call.Answer first = send(shop, message.toString());
    String system =
        lead(UUID.fromString(first.json().path("leadId").asText())).text("sourceSystem");
    ((ObjectNode) message.path("order")).put("id", "1001");
    Map<String, Object> lead = aGermanLead("sourceSystem", system, "sourceKey", "1001");
    ownerOf(sent(lead));

    Call.Answer refused = send(shop, message.toString());

    assertThat(refused.status()).as("%s", refused).isEqualTo(422);
    assertThat(deliveries(shop).toString()).contains("known-submission");
  }

  @Test
  void whatIsNotSignedIsNotRead() {
    JsonNode shop = created(SHOP);
    String path = "/api/webhooks/" + shop.path("webhookId").asText();
    String secret = shop.path("secret").asText();
    String body = message(unlikeAnyOther()).toString();
    long now = Instant.now().getEpochSecond();
    int leads = count("lead");
    for (String header :
        List.of(
            "",
            "nonsense",
            signed("another", now, body),
            signed(secret, now, body + " "),
            signed(secret, now - 600, body),
            signed(secret, now + 600, body),
            signed(secret, now, body).replace("t=" + now, "t=" + (now - 1)))) {
      assertProblem(
          call("POST", path).json(body).header("X-Leadflow-Signature", header).send(),
          401,
          "unsigned");
    }
    assertProblem(call("POST", path + "?sig=" + secret).json(body).send(), 401, "unsigned");
    assertProblem(call("POST", "/api/webhooks/nowhere").json(body).send(), 401, "unsigned");
    assertThat(count("lead")).isEqualTo(leads);
    assertThat(deliveries(shop).findValuesAsText("outcome")).containsOnly("UNSIGNED").hasSize(8);
  }

  @Test
  void theMarketplaceSendsToAnAddressWithASecretInIt() {
    JsonNode marketplace =
        created(
            "{\"webhookId\": \"%s\", \"title\": \"Marketplace\", \"kind\": \"MARKETPLACE\", \"active\": true}");
    String name = unlikeAnyOther();
    String body =
        """
        {"ActionCode": "INS", "OfferTitle": "Plant monitoring", "LeadSource": "AzureMarketplace",
         "UserDetails": {"FirstName": "Petra", "LastName": "%s", "Company": "Vogel GmbH", "Email": "p@vogel.example",
         "Phone": "+49 711 5550 123", "Country": "DE", "Title": "Head of Production"}}
        """
            .formatted(name);
    String address = marketplace.path("address").asText();
    String path = address.substring(address.indexOf("/api/"));

    Call.Answer first = call("POST", path).json(body).send();
    Call.Answer again = call("POST", path).json(body).send();

    assertThat(first.status()).as("%s", first).isEqualTo(201);
    assertThat(again.json().path("outcome").asText()).isEqualTo("UNCHANGED");
    UUID lead = UUID.fromString(first.json().path("leadId").asText());
    assertThat(lead(lead).text("subject")).isEqualTo("Plant monitoring");
    assertThat(lead(lead).text("jobTitle")).isEqualTo("Head of Production");
    assertThat(lead(lead).text("doNotEmail")).isEqualTo("false");
    assertThat(notesOf(lead).toString()).contains("/ActionCode: INS", "/LeadSource: AzureMark");
    assertProblem(
        call("POST", path.replaceAll("sig=.*", "sig=x")).json(body).send(), 401, "unsigned");
  }

  @Test
  void aCustomerOfTheMarketplaceWhoIsNotToBeContactedIsNot() {
    JsonNode marketplace =
        created(
            "{\"webhookId\": \"%s\", \"title\": \"Marketplace\", \"kind\": \"MARKETPLACE\", \"active\": true}");
    String mail = unlikeAnyOther() + "@vogel.example";
    String body =
        """
        {"ActionCode": "DNC", "OfferTitle": "Plant monitoring", "LeadSource": "SPZA-DNC|vogel.plant",
         "Description": "Shown on the page of a partner", "UserDetails": {"Email": "%s"}}
        """
            .formatted(mail);

    Call.Answer answer =
        call("POST", marketplace.path("address").asText().replaceFirst(".*(?=/api/)", ""))
            .json(body)
            .send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    JsonNode lead = lead(UUID.fromString(answer.json().path("leadId").asText())).body();
    assertThat(lead.path("lastName").asText()).as("in place of a name").isEqualTo(mail);
    assertThat(lead.path("description").asText()).isEqualTo("Shown on the page of a partner");
    for (String optOut : List.of("doNotEmail", "doNotBulkEmail", "doNotPhone", "doNotPostalMail")) {
      assertThat(lead.path(optOut).asBoolean()).as(optOut).isTrue();
    }
  }

  @Test
  void whoeverAcceptsNoJsonIsToldOfTheLeadThatIsStored() {
    String name = unlikeAnyOther();
    Call.Answer alone =
        call("website", "POST", "/api/leads")
            .json(Map.of("subject", "Question", "lastName", name))
            .header("Accept", "application/xml")
            .send();
    Call.Answer many =
        call("website", "POST", "/api/leads/batch")
            .json(Map.of("leads", List.of(Map.of("subject", "Question", "lastName", name))))
            .header("Accept", "text/html")
            .send();
    assertThat(alone.status()).as("%s", alone).isEqualTo(201);
    assertThat(many.status()).as("%s", many).isEqualTo(200);
    assertThat(many.json().path("created").asInt()).isEqualTo(1);
  }

  @Test
  void aNameThatIsTooLongIsTakenAsFarAsItFitsAndIsWholeInANote() {
    JsonNode shop = created(SHOP);
    String name = unlikeAnyOther() + "-Hohenlohe".repeat(6);

    assertThat(send(shop, message(name).toString()).status()).isEqualTo(201);

    UUID lead = UUID.fromString(deliveries(shop).at("/items/0/leadId").asText());
    assertThat(lead(lead).text("lastName")).isEqualTo(name.substring(0, 50));
    assertThat(as("admin").get("/api/leads/" + lead + "/notes").body().toString())
        .contains("/customer/surname: " + name);
  }

  @Test
  void whatIsRejectedIsKeptAndTakenInWhenTheMappingIsMended() {
    JsonNode shop = created(SHOP.replace("/customer/surname", "/customer/family"));
    String name = unlikeAnyOther();
    Call.Answer refused = send(shop, message(name).toString());
    assertProblem(refused, 422, "invalid");
    JsonNode rejected = deliveries(shop).at("/items/0");
    assertThat(rejected.path("detail").asText())
        .contains("lastName: must not be blank (nothing that fits stands at /customer/family)");
    assertThat(rejected.path("body").asText()).contains(name);
    String id = shop.path("webhookId").asText();
    String path = "/api/webhook-sources/" + id;
    ObjectNode mended = as("admin").get(path).body().deepCopy();
    ((ObjectNode) mended.at("/mapping/fields/0")).put("pointer", "/customer/surname");
    mended.retain("title", "kind", "active", "mapping");
    Call.Answer changed =
        call("admin", "PUT", path).json(mended).header("If-Match", "\"0\"").send();
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    assertThat(changed.text()).doesNotContain(shop.path("secret").asText());

    String again = "/api/webhook-deliveries/" + rejected.path("deliveryId").asText() + "/again";
    assertThat(as("admin").post(again, "").body().path("outcome").asText()).isEqualTo("CREATED");
    assertThat(as("admin").post(again, "").status()).isEqualTo(409);
    assertThat(as("lena").post(again, "").status()).isEqualTo(403);
  }

  @Test
  void whatAClosedWebhookIsSentIsRejectedAndKept() {
    JsonNode shop = created(SHOP.replace("\"active\": true", "\"active\": false"));
    String message = message(unlikeAnyOther()).toString();

    assertProblem(send(shop, message), 422, "closed");

    String delivery = deliveries(shop).at("/items/0/deliveryId").asText();
    String again = "/api/webhook-deliveries/" + delivery + "/again";
    assertThat(as("admin").post(again, "").body().path("outcome").asText()).isEqualTo("CREATED");
  }

  @Test
  void noBodyHarmsTheDoor() throws IOException {
    JsonNode shop = created(SHOP);
    for (String body : List.of("", "[]", "7", "{", "{\"a\":1,\"a\":2}", "[".repeat(5000))) {
      assertProblem(send(shop, body), 422, "unreadable");
    }
  }

  @Test
  void naughtyStringsAreLaidOnEveryFieldOrKeptInTheNote() throws IOException {
    List<String> texts =
        Mapping.fieldsToBeLaid().stream()
            .filter(
                field -> Records.component(LeadFields.class, field).get().getType() == String.class)
            .filter(field -> !field.equals("lastName"))
            .toList();
    JsonNode shop =
        created(
            "{\"webhookId\": \"%s\", \"title\": \"Web shop\", \"kind\": \"GENERIC\", \"active\": true, \"mapping\":"
                + " {\"constants\": {\"subject\": \"Order\"}, \"fields\": ["
                + Stream.concat(Stream.of("lastName"), texts.stream())
                    .map(field -> "{\"pointer\": \"/" + field + "\", \"field\": \"" + field + "\"}")
                    .collect(Collectors.joining(","))
                + "]}}");
    try (InputStream own = getClass().getResourceAsStream("/naughty-strings.json")) {
      for (String naughty : new ObjectMapper().readValue(own, String[].class)) {
        ObjectNode message =
            JsonNodeFactory.instance.objectNode().put("lastName", unlikeAnyOther());
        texts.forEach(field -> message.put(field, naughty));
        message.put(naughty, naughty);
        Call.Answer answer = send(shop, message.toString());
        assertThat(answer.status()).as("%s: %s", naughty, answer).isEqualTo(201);
        UUID id = UUID.fromString(answer.json().path("leadId").asText());
        String note = String.join("\n", notesOf(id));
        JsonNode lead = lead(id).body();
        if (lead.hasNonNull("masterId")) {
          // Some are alike once they are folded; the notes of both are with the first.
          note += String.join("\n", notesOf(UUID.fromString(lead.path("masterId").asText())));
        }
        for (String field : naughty.isBlank() ? List.<String>of() : texts) {
          if (!naughty.strip().equals(lead.path(field).asText(null))) {
            assertThat(note).as("%s: %s", field, naughty).contains("/" + field + ": ");
          }
        }
      }
    }
  }

  @Test
  void aMappingThatCannotWorkIsRefused() {
    assertThat(
            as("admin")
                .post(
                    "/api/webhook-sources",
                    """
                    {"webhookId": "A", "title": " ", "kind": "GENERIC", "active": true}
                    """)
                .faultyFields())
        .contains("webhookId", "title");
    assertThat(
            as("admin")
                .post(
                    "/api/webhook-sources",
                    """
                    {"webhookId": "wrong", "title": "X", "kind": "GENERIC", "active": true, "mapping": {
                      "externalId": "id", "fields": [{"pointer": "x", "field": "ownerId"}],
                      "constants": {"sourceKey": "7"}}}
                    """)
                .faultyFields())
        .containsExactlyInAnyOrder(
            "mapping.externalId",
            "mapping.fields[0].pointer",
            "mapping.fields[0].field",
            "mapping.constants");
    assertThat(
            as("admin")
                .post(
                    "/api/webhook-sources",
                    """
                    {"webhookId": "wrong", "title": "X", "kind": "GENERIC", "active": true, "mapping": {
                      "externalId": "/~x", "constants": {"subject": null},
                      "fields": [null, {"pointer": "/a", "field": "lastName", "values": {"a": null}}]}}
                    """)
                .faultyFields())
        .containsExactlyInAnyOrder(
            "mapping.externalId",
            "mapping.fields[0].pointer",
            "mapping.fields[0].field",
            "mapping.fields[1].values",
            "mapping.constants");
    assertThat(
            as("admin")
                .post(
                    "/api/webhook-sources",
                    """
                    {"webhookId": "wrong", "title": "X", "kind": "GENERIC", "active": true, "mapping": {
                      "constants": {"leadSourceCode": "Foo"},
                      "fields": [{"pointer": "/a", "field": "numberOfEmployees", "values": {"a": "many"}}]}}
                    """)
                .body()
                .path("errors")
                .toString())
        .contains(
            "a word that leadSourceCode does not know; it knows Advertisement",
            "a text that numberOfEmployees cannot hold");
    assertThat(as("lena").get("/api/webhook-sources").status()).isEqualTo(403);
  }

  private JsonNode created(String text) {
    var created = as("admin").post("/api/webhook-sources", text.replace("%s", unlikeAnyOther()));
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    return created.body();
  }

  private static ObjectNode message(String name) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("order").put("id", UUID.randomUUID().toString()).put("text", "Two pumps");
    message.putObject("customer").put("surname", name).put("staff", 800).put("country", "DE");
    return message;
  }

  private Call.Answer send(JsonNode webhook, String body) {
    long now = Instant.now().getEpochSecond();
    return send(webhook, body, signed(webhook.path("secret").asText(), now, body));
  }

  private Call.Answer send(JsonNode webhook, String body, String signature) {
    return call("POST", "/api/webhooks/" + webhook.path("webhookId").asText())
        .raw(body)
        .header("X-Leadflow-Signature", signature)
        .send();
  }

  private static String signed(String secret, long time, String body) {
    byte[] said = (time + "." + body).getBytes(StandardCharsets.UTF_8);
    return "t=%d,v1=%s"
        .formatted(time, new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(said));
  }

  private JsonNode deliveries(JsonNode webhook) {
    return as("admin")
        .get("/api/webhook-deliveries?webhookId=" + webhook.path("webhookId").asText())
        .body();
  }

  private String text(String statement, UUID lead) {
    return jdbc.sql(statement)
        .param(lead)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  private List<String> notesOf(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/notes").body().findValuesAsText("text");
  }
}
