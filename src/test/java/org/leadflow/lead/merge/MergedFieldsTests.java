package org.leadflow.lead.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Records;
import org.leadflow.lead.LeadFields;

class MergedFieldsTests {

  @Test
  void whatIsEmptyIsFilledAndWhatIsKnownStays() {
    LeadFields merged =
        merged(
            fields("jobTitle", "Buyer", "telephone1", " "),
            fields("jobTitle", "Clerk", "telephone1", "1"));

    assertThat(merged.jobTitle()).isEqualTo("Buyer");
    assertThat(merged.telephone1()).isEqualTo("1");
  }

  @Test
  void aNoOfEitherSideIsANo() {
    LeadFields merged =
        merged(
            fields("doNotEmail", true, "followEmail", true),
            fields("doNotPhone", true, "followEmail", false, "gdprOptout", true));

    assertThat(merged.doNotEmail()).isTrue();
    assertThat(merged.doNotPhone()).isTrue();
    assertThat(merged.gdprOptout()).isTrue();
    assertThat(merged.followEmail()).isFalse();
  }

  @Test
  void anAddressIsFilledOnlyByTheSameAddress() {
    LeadFields known = fields("address1City", "Stuttgart");

    assertThat(
            merged(known, fields("address1City", "stuttgart", "address1PostalCode", "70173"))
                .address1PostalCode())
        .isEqualTo("70173");
    assertThat(
            merged(known, fields("address1City", "Berlin", "address1PostalCode", "10115"))
                .address1PostalCode())
        .isNull();
  }

  @Test
  void anAmountIsTakenOnlyInTheSameCurrency() {
    LeadFields euros = fields("transactionCurrencyId", "EUR", "revenue", new BigDecimal("5"));

    assertThat(
            merged(euros, fields("transactionCurrencyId", "USD", "budgetAmount", BigDecimal.TEN))
                .budgetAmount())
        .isNull();
    assertThat(
            merged(euros, fields("transactionCurrencyId", "EUR", "budgetAmount", BigDecimal.TEN))
                .budgetAmount())
        .isEqualByComparingTo("10");
  }

  @Test
  void aConsentIsTakenWholeOrNotAtAll() {
    assertThat(
            merged(fields("consentText", "By phone"), fields("consentText", "x", "utmSource", "a"))
                .utmSource())
        .isEqualTo("a");
    assertThat(merged(fields("utmSource", "a"), fields("utmCampaign", "b")).utmCampaign()).isNull();
  }

  private static LeadFields merged(LeadFields master, LeadFields other) {
    return MergedFields.of(master, other, Set.of()).fields();
  }

  private static LeadFields fields(Object... pairs) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return Records.of(LeadFields.class, values);
  }
}
