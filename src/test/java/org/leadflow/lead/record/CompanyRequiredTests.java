package org.leadflow.lead.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.test.context.TestPropertySource;

/** An installation in which every lead names its company. */
@TestPropertySource(properties = "leadflow.intake.company-required=true")
class CompanyRequiredTests extends WholeWay {

  @Test
  void noDoorTakesALeadWithoutACompany() {
    UUID lead = sent(aGermanLead("companyName", "Vogel Antriebe GmbH"));
    ownerOf(lead);
    Map<String, Object> emptied = new HashMap<>();
    emptied.put("companyName", null);

    for (Api.Answer refused :
        List.of(
            as("website").post("/api/leads", aGermanLead("companyName", null)),
            as("website").post("/api/leads", aGermanLead("companyName", "  ")),
            as("admin").patch("/api/leads/" + lead, lead(lead).etag(), emptied))) {
      assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
      assertThat(refused.faultyFields()).containsExactly("companyName");
    }
    assertThat(lead(lead).text("companyName")).isEqualTo("Vogel Antriebe GmbH");
  }

  @Test
  void everyWebFormAsksForIt() {
    String form = unlikeAnyOther();
    Map<String, Object> written =
        Map.of("formId", form, "title", "Contact", "active", true, "fields", List.of("email"));
    assertThat(as("lena").post("/api/web-forms", written).status()).isEqualTo(201);

    Api.Answer read = as("lena").get("/api/web-forms/" + form);

    assertThat(read.body().path("fields").toString()).contains("email", "company");
    assertThat(read.body().path("required").toString()).contains("company");
    assertThat(as("lena").get("/api/web-forms/" + form + "/snippet").text("html"))
        .contains("name=\"company\"");
  }
}
