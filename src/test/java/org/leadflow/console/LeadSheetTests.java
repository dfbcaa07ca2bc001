package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leadflow.console.LeadSheet.Fact;
import org.leadflow.console.LeadSheet.Section;
import org.leadflow.core.PageSettings;
import org.leadflow.core.WallClock;
import org.leadflow.lead.LeadFields;

class LeadSheetTests {

  private final LeadSheet sheet =
      new LeadSheet(new WallClock(new PageSettings(ZoneId.of("Europe/Berlin")), Clock.systemUTC()));

  @Test
  void everyFieldOfALeadHasALabelOnce() {
    List<String> labelled =
        LeadSheet.LABELS
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" ")[0])
            .toList();
    List<String> fields =
        Arrays.stream(LeadFields.class.getRecordComponents())
            .map(RecordComponent::getName)
            // What they name stands on the page with its own name.
            .filter(
                name ->
                    !Set.of("parentAccountId", "parentContactId", "customerId", "customerIdType")
                        .contains(name))
            .toList();
    assertThat(labelled).containsExactlyInAnyOrderElementsOf(fields);
  }

  @Test
  void onlyFilledFieldsAreShown() throws Exception {
    assertThat(sheet.of(fields("{\"subject\": \"Prices\", \"lastName\": \"Tanaka\"}")))
        .containsExactly(
            new Section("Person", List.of(new Fact("Last Name", "Tanaka"))),
            new Section("Interest", List.of(new Fact("Topic", "Prices"))));
  }

  @Test
  void valuesAreShownAsAPersonReadsThem() throws Exception {
    List<Fact> facts =
        sheet
            .of(
                fields(
                    """
                    {"leadSourceCode": 7, "revenue": 1200000.50, "decisionMaker": true, "followEmail": false,
                     "estimatedCloseDate": "2027-01-31", "consentOn": "2026-11-21T12:00:00Z", "budgetAmount": 0,
                     "address1Latitude": 48.13743}
                    """))
            .stream()
            .flatMap(section -> section.facts().stream())
            .toList();
    assertThat(facts)
        .containsExactlyInAnyOrder(
            new Fact("Lead Source", "Trade Show"),
            new Fact("Annual Revenue", "1,200,000.5"),
            new Fact("Decision Maker?", "yes"),
            new Fact("Follow Email", "no"),
            new Fact("Est. Close Date", "31 Jan 2027"),
            new Fact("Consent given on", "21 Nov 2026, 13:00 CET"),
            new Fact("Budget Amount", "0"),
            new Fact("Latitude", "48.13743"));
  }

  private static LeadFields fields(String json) throws Exception {
    return new ObjectMapper()
        .registerModule(new JavaTimeModule())
        .readValue(json, LeadFields.class);
  }
}
