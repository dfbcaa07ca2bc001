package org.leadflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.leadflow.qualification.Answer;

/** What is said to become of the demo's leads can become of them. */
class OutcomeTests {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<Outcome> outcomes;
  private final Map<String, JsonNode> leads = new HashMap<>();
  private final Set<String> people = new TreeSet<>();
  private final Set<String> currencies = new TreeSet<>();

  OutcomeTests() throws IOException {
    outcomes = YAML.convertValue(file("demo/outcomes.yaml"), new TypeReference<>() {});
    file("demo/leads.yaml").forEach(lead -> leads.put(lead.get("sourceKey").asText(), lead));
    JsonNode company = file("organization/meridian.yaml");
    people.addAll(company.get("users").findValuesAsText("id"));
    currencies.addAll(company.get("currencies").findValuesAsText("id"));
  }

  private static JsonNode file(String path) throws IOException {
    try (InputStream in = OutcomeTests.class.getClassLoader().getResourceAsStream(path)) {
      return YAML.readTree(in);
    }
  }

  @Test
  void eachIsOfALeadThatCanBeAnsweredLikeThat() {
    assertThat(outcomes).isNotEmpty();
    for (Outcome outcome : outcomes) {
      JsonNode lead = leads.get(outcome.lead());
      assertThat(lead).as(outcome.lead()).isNotNull();
      assertThat(people).contains(outcome.by());
      if (outcome.answer() instanceof Answer.Qualified) {
        assertThat(currencies).contains(outcome.currency());
        assertThat(lead.has("budgetAmount"))
            .as("%s is in a currency without a rate", outcome.lead())
            .isIn(false, currencies.contains(lead.path("transactionCurrencyId").asText()));
      }
    }
  }

  @Test
  void thereIsOneOfEachKind() {
    assertThat(outcomes.stream().map(Outcome::ofOpportunity).filter(Objects::nonNull))
        .extracting(answer -> answer.getClass().getSimpleName())
        .contains("Won", "Lost");
    assertThat(outcomes.stream().map(Outcome::disqualified).filter(Objects::nonNull).distinct())
        .hasSizeGreaterThan(2);
    assertThat(outcomes).anyMatch(outcome -> outcome.answer() == null);
    assertThat(outcomes)
        .anyMatch(outcome -> outcome.estimated() != null && outcome.ofOpportunity() == null);
  }
}
