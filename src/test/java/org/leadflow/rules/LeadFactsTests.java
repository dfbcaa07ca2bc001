package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LeadFactsTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  @Test
  void everyFactTheBuilderIsGivenArrivesUnderItsName() throws Exception {
    for (RecordComponent fact : LeadFacts.class.getRecordComponents()) {
      if (!fact.getName().equals("today")) {
        Object value = some(fact);
        LeadFactsBuilder builder = LeadFacts.on(TODAY);
        Method setter = LeadFactsBuilder.class.getMethod(fact.getName(), fact.getType());
        assertThat(setter.invoke(builder, value)).isSameAs(builder);

        LeadFacts facts = builder.build();

        for (RecordComponent each : LeadFacts.class.getRecordComponents()) {
          Object expected =
              each.getName().equals("today")
                  ? TODAY
                  : each.getName().equals(fact.getName()) ? value : null;
          assertThat(each.getAccessor().invoke(facts)).as(each.getName()).isEqualTo(expected);
        }
      }
    }
  }

  private static Object some(RecordComponent fact) {
    if (fact.getType() == Integer.class) {
      return 1;
    } else if (fact.getType() == BigDecimal.class) {
      return BigDecimal.ONE;
    }
    return fact.getType() == Boolean.class ? (Object) true : "some";
  }
}
