package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is known of steps is about steps that there are, and about answers that are given. */
class LeadStepsTests {

  @Test
  void everyStepIsABuildingBlock() {
    Set<String> named = new TreeSet<>(LeadSteps.CLOSING.keySet());
    named.addAll(LeadSteps.ON_OPEN_LEADS);
    named.addAll(LeadSteps.STAYING);
    named.addAll(LeadSteps.TAKING);
    LeadSteps.SAID.values().forEach(said -> said.values().forEach(named::addAll));
    LeadSteps.ANSWERS.values().forEach(it -> it.steps().values().forEach(named::addAll));

    assertThat(BuildingBlocks.ofTheseClasses().steps()).containsAll(named);
  }

  @Test
  void aStepThatLeavesALeadWhereItIsClosesNoneAndNeedsNoOpenOne() {
    assertThat(LeadSteps.STAYING)
        .doesNotContainAnyElementsOf(LeadSteps.CLOSING.keySet())
        .doesNotContainAnyElementsOf(LeadSteps.ON_OPEN_LEADS);
  }

  @Test
  void everyAnswerThatOurFormsOfferHasItsStep() {
    for (LeadSteps.Answers answers : LeadSteps.ANSWERS.values()) {
      assertThat(offered(answers.variable())).isEqualTo(answers.steps().keySet());
    }
  }

  private static Set<String> offered(String variable) {
    Set<String> offered = new TreeSet<>();
    House.at("processes").forms().stream()
        .flatMap(form -> form.components().stream())
        .filter(field -> field.path("key").asText().equals(variable))
        .forEach(
            field -> field.path("values").forEach(it -> offered.add(it.path("value").asText())));
    return offered;
  }
}
