package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FactNamesTests {

  @Test
  void everyFactIsRead() {
    LeadFacts lead = LeadFacts.on(LocalDate.of(2026, 1, 15)).country("DE").employees(12).build();

    assertThat(FactNames.reader("country").apply(lead)).isEqualTo("DE");
    assertThat(FactNames.reader("employees").apply(lead)).isEqualTo(12);
    assertThat(FactNames.reader("city").apply(lead)).isNull();
  }

  @Test
  void aFactHasOneReaderHoweverOftenRulesAreReloaded() {
    assertThat(FactNames.reader("country")).isSameAs(FactNames.reader("country"));
  }

  @Test
  void aFactThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> FactNames.reader("contry")).hasMessageContaining("contry");
  }
}
