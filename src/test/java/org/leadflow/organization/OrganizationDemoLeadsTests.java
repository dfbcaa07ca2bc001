package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The demo leads fit the demo organisation, and harm nobody. */
class OrganizationDemoLeadsTests {

  private static final Pattern RESERVED = Pattern.compile(".+@(.+\\.example|example\\.(com|org))");

  private static List<Map<String, Object>> leads = List.of();

  @BeforeAll
  static void read() throws Exception {
    try (var file = new ClassPathResource("demo/leads.yaml").getInputStream()) {
      leads = new YAMLMapper().readValue(file, new TypeReference<>() {});
    }
  }

  @Test
  void thereAreFortyAndEachHasAKeyOfItsOwn() {
    assertThat(leads).hasSize(40);
    assertThat(leads).extracting(lead -> lead.get("sourceKey")).doesNotHaveDuplicates();
    assertThat(leads).allMatch(lead -> "demo".equals(lead.get("sourceSystem")));
  }

  @Test
  void eachHasWhatEveryLeadNeeds() {
    assertThat(leads).allSatisfy(lead -> assertThat(lead).containsKeys("subject", "lastName"));
  }

  @Test
  void theirPartnersAreInTheDemoOrganisation() {
    var partners =
        OrganizationFileReader.read(
                new ClassPathResource("organization/meridian.yaml"), Set.of("pools"))
            .partners()
            .stream()
            .map(ChannelPartner::id)
            .toList();

    assertThat(leads.stream().map(lead -> lead.get("channelPartnerId")).filter(Objects::nonNull))
        .hasSize(2)
        .allMatch(partners::contains);
  }

  @Test
  void theirAddressesReachNobody() {
    assertThat(leads.stream().map(lead -> lead.get("emailAddress1")).filter(Objects::nonNull))
        .allMatch(address -> RESERVED.matcher((String) address).matches())
        .doesNotHaveDuplicates();
  }

  @Test
  void textsStayTexts() {
    var numbers =
        List.of(
            "industryCode",
            "numberOfEmployees",
            "revenue",
            "leadSourceCode",
            "leadQualityCode",
            "budgetAmount",
            "estimatedAmount",
            "budgetStatus",
            "purchaseTimeFrame",
            "need");
    assertThat(leads)
        .allSatisfy(
            lead ->
                lead.forEach(
                    (field, value) ->
                        assertThat(value)
                            .as(field)
                            .isInstanceOf(
                                numbers.contains(field)
                                    ? Number.class
                                    : field.equals("decisionMaker")
                                        ? Boolean.class
                                        : String.class)));
  }
}
