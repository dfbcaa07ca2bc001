package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is read as strictly as the engine reads it when the product starts. */
class HouseFormTests extends ChangedHouse {

  private static final String WORK = "work-lead.form";
  private static final ProcessEngine ENGINE = InMemoryEngine.with(Map.of());

  @AfterAll
  static void closeTheEngine() {
    ENGINE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "}", "]", "<<<<<<< HEAD\n", "{}"})
  void whatStandsBehindTheLastBraceIsFound(String stray) throws IOException {
    String good = text(WORK).strip();
    write(WORK, good + "\n" + stray);

    assertThat(stops())
        .containsExactly(
            "work-lead.form: line %d: something stands behind the last brace of the form; delete it"
                .formatted(good.lines().count() + 1));
    assertThatThrownBy(this::deploy).hasMessageContaining("ENGINE-09033");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void anEmptyFormIsSaidToBeEmpty(String nothing) throws IOException {
    write(WORK, nothing);

    assertThat(stops())
        .containsExactly(
            "work-lead.form: is empty; take the last good copy, or save the form anew");
  }

  @Test
  void aListIsNoForm() throws IOException {
    write(WORK, "[]");

    assertThat(stops())
        .containsExactly(
            "work-lead.form: is no form; take the last good copy, or save the form anew");
  }

  @Test
  void aMarkOfTheEncodingInFrontIsTakenAsTheEngineTakesIt() throws IOException {
    write(WORK, "\uFEFF" + text(WORK));

    assertThat(stops()).isEmpty();
    assertThatCode(this::deploy).doesNotThrowAnyException();
  }

  @Test
  void theVersionOfTheSchemaIsANumber() throws IOException {
    change(WORK, "\"schemaVersion\": 16", "\"schemaVersion\": \"16\"");

    assertThat(stops())
        .containsExactly(
            "work-lead.form: has a schemaVersion that is no number; write it without quotes, such as 16");
  }

  private void deploy() throws IOException {
    var deployment = ENGINE.getRepositoryService().createDeployment().addString(WORK, text(WORK));
    ENGINE.getRepositoryService().deleteDeployment(deployment.deploy().getId());
  }
}
