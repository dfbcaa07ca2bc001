package org.leadflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.customer.Customers;
import org.leadflow.duplicates.KnownCustomers;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.lead.LeadFields;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.AuthenticationException;

/** A new lead that names an existing account or contact gets what is known of them. */
abstract class KnownCustomersFillALeadTests extends WholeWay {

  private static final List<String> OF_A_CONTACT =
      List.of("firstName", "lastName", "jobTitle", "telephone1", "mobilePhone", "emailAddress1");

  @Autowired Intake intake;
  @Autowired Customers customers;
  @Autowired ObjectMapper json;

  KnownCustomers known;
  UUID account;
  UUID contact;

  @BeforeEach
  void annAndHerCompany() {
    known = new KnownCustomers(json, customers, jdbc, "anna");
    account = known.account("name", "Filling Station Ltd");
    contact =
        known.contact(
            "firstName", "Ann",
            "lastName", "Known",
            "jobTitle", "Head of Filling",
            "telephone1", "+44 20 7946 0001",
            "mobilePhone", "+44 7700 900001",
            "emailAddress1", "ann@filling.example");
  }

  @Test
  void anAccountFillsTheCompanyAndAContactThePerson() {
    Api.Answer answer =
        accepted("subject", "Again", "parentAccountId", account, "parentContactId", contact);

    assertThat(answer.text("companyName")).isEqualTo("Filling Station Ltd");
    assertThat(answer.text("firstName")).isEqualTo("Ann");
    assertThat(answer.text("lastName")).isEqualTo("Known");
    assertThat(answer.text("jobTitle")).isEqualTo("Head of Filling");
    assertThat(answer.text("telephone1")).isEqualTo("+44 20 7946 0001");
    assertThat(answer.text("mobilePhone")).isEqualTo("+44 7700 900001");
    assertThat(answer.text("emailAddress1")).isEqualTo("ann@filling.example");
    assertThat(answer.text("fullName")).isEqualTo("Ann Known");
    assertThat(answer.text("stateCodeLabel")).isEqualTo("Open");
    assertThat(autoPopulated(answer))
        .containsExactlyInAnyOrder(
            "companyName",
            "firstName",
            "lastName",
            "jobTitle",
            "telephone1",
            "mobilePhone",
            "emailAddress1");
    JsonNode stored = lead(UUID.fromString(answer.text("leadId"))).body();
    OF_A_CONTACT.forEach(
        field -> assertThat(stored.get(field)).as(field).isEqualTo(answer.body().get(field)));
  }

  @Test
  void whatWasTypedIsNeverOverwritten() {
    Map<String, Object> typed = new TreeMap<>();
    OF_A_CONTACT.forEach(field -> typed.put(field, "typed"));
    typed.put("emailAddress1", "typed@other.example");
    typed.put("telephone1", "");
    typed.put("companyName", "Typed");
    typed.put("subject", "Again");
    typed.put("parentAccountId", account);
    typed.put("parentContactId", contact);

    Api.Answer answer = accepted(typed);

    assertThat(answer.text("companyName")).isEqualTo("Typed");
    assertThat(answer.text("lastName")).isEqualTo("typed");
    assertThat(answer.text("emailAddress1")).isEqualTo("typed@other.example");
    assertThat(answer.text("telephone1")).as("typed nothing").isEqualTo("+44 20 7946 0001");
    assertThat(autoPopulated(answer)).containsExactly("telephone1");
  }

  @Test
  void withoutKnownCustomersNothingIsFilled() {
    Api.Answer answer = accepted("subject", "New", "lastName", "Stranger");

    assertThat(autoPopulated(answer)).isEmpty();
    assertThat(answer.body().has("companyName")).isFalse();
  }

  @Test
  void fillingComesBeforeTheRequiredCheckAndAllFaultsAreToldTogether() {
    UUID nobody = UUID.randomUUID();
    Map<String, Object> wrong = new TreeMap<>();
    wrong.put("parentAccountId", nobody);
    wrong.put("parentContactId", contact);
    wrong.put("numberOfEmployees", -1);
    wrong.put("sourceKey", "alone");

    Api.Answer refused = as("anna").post("/api/leads", wrong);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields())
        .containsExactly("numberOfEmployees", "subject", "parentAccountId", "sourceSystem");

    wrong.put("parentContactId", nobody);
    assertThat(as("anna").post("/api/leads", wrong).faultyFields())
        .contains("lastName", "parentContactId");
  }

  @Test
  void aRecordOneMayNotSeeFillsNothing() {
    UUID hidden = new KnownCustomers(json, customers, jdbc, "olivia").contact("lastName", "Secret");

    Api.Answer refused =
        as("anna").post("/api/leads", Map.of("subject", "Curious", "parentContactId", hidden));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.faultyFields()).containsExactly("lastName", "parentContactId");
    assertThat(refused.body().toString()).doesNotContain("Secret");
  }

  @Test
  void aNameTheLeadCouldNotHoldIsNotFilledIn() {
    UUID wide = known.account("name", "W".repeat(120));

    Api.Answer answer = accepted("subject", "Wide", "lastName", "L", "parentAccountId", wide);

    assertThat(answer.body().has("companyName")).isFalse();
    assertThat(autoPopulated(answer)).isEmpty();
  }

  @Test
  void everyDoorIsTheSame() {
    LeadFields given = json.convertValue(Map.of("subject", "No door"), LeadFields.class);

    assertThat(intake.submit(given, "Test"))
        .isInstanceOfSatisfying(
            Submission.Faulty.class,
            faulty -> assertThat(faulty.faults()).extracting("field").containsExactly("lastName"));
    LeadFields linked =
        json.convertValue(
            Map.of("subject", "No door", "parentContactId", contact), LeadFields.class);
    assertThatThrownBy(() -> intake.submit(linked, "Test"))
        .as("nobody is logged in who could see the contact")
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void whatWasWrittenIsKeptAndAnsweredInItsNormalFormToo() {
    Api.Answer answer =
        accepted(
            "subject", "Normal",
            "lastName", "Form",
            "emailAddress1", "Ann.Form@Filling.example",
            "telephone1", "0711/123 45-67",
            "mobilePhone", "ask me",
            "address1Country", "Deutschland");

    assertThat(answer.text("telephone1")).isEqualTo("0711/123 45-67");
    assertThat(answer.text("telephone1E164")).isEqualTo("+497111234567");
    assertThat(answer.text("mobilePhone")).isEqualTo("ask me");
    assertThat(answer.body().has("mobilePhoneE164")).isFalse();
    assertThat(answer.text("emailAddress1")).isEqualTo("Ann.Form@Filling.example");
    assertThat(answer.text("emailAddress1Normalized")).isEqualTo("ann.form@filling.example");
    assertThat(answer.text("address1Country")).isEqualTo("Deutschland");
    assertThat(answer.text("address1CountryCode")).isEqualTo("DE");
    Api.Answer sentIn =
        as("anna")
            .post(
                "/api/leads",
                Map.of("subject", "S", "lastName", "L", "telephone1E164", "+497111234567"));
    assertThat(sentIn.status()).isEqualTo(400);
    assertThat(sentIn.faultyFields()).containsExactly("telephone1E164");
  }

  private Api.Answer accepted(Object... fields) {
    Map<String, Object> body = new TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return accepted(body);
  }

  private Api.Answer accepted(Map<String, Object> body) {
    Api.Answer answer = as("anna").post("/api/leads", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer;
  }

  private static List<String> autoPopulated(Api.Answer answer) {
    return json(answer.body().get("autoPopulated"));
  }

  private static List<String> json(JsonNode names) {
    return new ObjectMapper().convertValue(names, new TypeReference<>() {});
  }
}
