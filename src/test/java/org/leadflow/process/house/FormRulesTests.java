package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a designer changes in a form, and what the house answers before Tasklist shows nothing. */
class FormRulesTests extends ChangedFolder {

  private static final String WORK = "work-lead.form";
  private static final String COMMENT = "\"id\": \"Textarea_Comment\"";

  @Test
  void aFormThatANewerModelerSavedIsTaken() throws IOException {
    for (int schema = 16; schema <= 19; schema++) {
      change(WORK, "\"schemaVersion\": 16", "\"versionTag\": \"2\", \"schemaVersion\": " + schema);
      change(WORK, "\"7.22.0\"", "\"7.24.0\"");
      change(WORK, COMMENT, COMMENT + ", \"properties\": {\"asked by\": \"sales\"}");

      assertThat(stops(WORK)).isEmpty();
      assertThat(untidy(WORK)).isEmpty();
      copyTheHouse();
    }
  }

  @Test
  void aFormOfAnotherCamundaIsNamed() throws IOException {
    change(WORK, "\"7.22.0\"", "\"7.15.0\"");
    assertThat(untidy(WORK))
        .containsExactly(
            "was saved for Camunda 7.15.0; choose 7.24.0 at the foot of the Modeler and save it"
                + " again");

    change(WORK, "\"Camunda Platform\"", "\"Camunda Cloud\"");
    assertThat(stops(WORK))
        .containsExactly("was made for Camunda 8; begin with a new form for Camunda 7");
  }

  @Test
  void whatOnlyANewerModelerOffersIsRefusedByItsName() throws IOException {
    for (String type : List.of("documentPreview", "filepicker")) {
      change(WORK, "\"type\": \"textarea\"", "\"type\": \"" + type + "\"");

      assertThat(stops(WORK))
          .singleElement()
          .asString()
          .startsWith(
              "\"Comment\", %s comment: Tasklist cannot complete a form with a %s; it knows button,"
                  .formatted(type, type));
      copyTheHouse();
    }
  }

  @Test
  void aListIsRefusedBecauseNobodyReadsIt() throws IOException {
    change(WORK, "\"type\": \"textarea\"", "\"type\": \"checklist\"");

    assertThat(stops(WORK))
        .containsExactly(
            "\"Comment\", checklist comment: a checklist holds a list, which no step and no gateway"
                + " can read; ask with fields of one value");
  }

  @Test
  void aComponentThatWasCopiedWithItsIdIsFound() throws IOException {
    change(WORK, COMMENT, "\"id\": \"Radio_Answer\"");

    assertThat(stops(WORK))
        .containsExactly(
            "two components have the id Radio_Answer, as after copying; Tasklist shows no such form");
  }

  @Test
  void twoFieldsWithOneKeyAreFound() throws IOException {
    change(WORK, "\"key\": \"accountId\"", "\"key\": \"contactId\"");

    assertThat(stops(WORK))
        .containsExactly("two fields have the key contactId; Tasklist shows no such form");
  }

  @Test
  void anAnswerThatNobodyWouldFindIsRefused() throws IOException {
    change(WORK, "\"key\": \"comment\",", "");
    assertThat(stops(WORK))
        .containsExactly(
            "\"Comment\", textarea Textarea_Comment has no key, so nobody finds its answer");

    change(WORK, COMMENT + ",", COMMENT + ", \"key\": \"my-comment\",");
    assertThat(stops(WORK))
        .containsExactly(
            "\"Comment\", textarea my-comment: the key must be one word of letters and digits, such"
                + " as reviewAnswer");

    change(WORK, "my-comment", "comment");
    change(
        WORK,
        "\"components\": [",
        "\"components\": [{\"type\": \"group\", \"id\": \"Group_More\", \"path\": \"more\"},");
    assertThat(stops(WORK))
        .containsExactly(
            "group Group_More puts its answers into more, where no step and no gateway finds them;"
                + " empty its path");
  }

  @Test
  void aFieldInAGroupThatMayBeHiddenIsNotValidated() throws IOException {
    String group =
        "{\"type\": \"group\", \"id\": \"Group_Lost\", \"label\": \"Lost\", \"conditional\":"
            + " {\"hide\": \"=answer != \\\"disqualified\\\"\"}, \"components\": [{\"type\":"
            + " \"textfield\", \"id\": \"Textfield_LostTo\", \"key\": \"lostTo\", \"label\": \"To"
            + " whom?\", \"validate\": {\"required\": %s}}]},";
    change(WORK, "\"components\": [", "\"components\": [" + group.formatted("true"));
    assertThat(stops(WORK))
        .singleElement()
        .asString()
        .startsWith("\"To whom?\", textfield lostTo may be hidden and is validated: ");

    change(WORK, "\"validate\": {\"required\": true}}]}", "\"validate\": {\"required\": false}}]}");
    assertThat(stops(WORK)).isEmpty();
  }

  @Test
  void aChoiceThatCannotBeMadeIsFound() throws IOException {
    change(WORK, "\"value\": \"waiting\"", "\"value\": \"\"");
    change(WORK, "\"value\": \"5\"", "\"value\": \"4\"");
    String file = text("triage-lead.form");
    int from = file.indexOf("\"values\"", file.indexOf("Radio_OwnerKind"));
    write(
        "triage-lead.form",
        file.substring(0, from) + "\"values\": []" + file.substring(file.indexOf(']', from) + 1));

    assertThat(stops(WORK))
        .contains(
            "\"What came of it?\", radio answer: the choice \"Waiting: we are in touch, the customer"
                + " asked for time\" has no value, so Tasklist does not offer it",
            "\"Why is there no business?\", select statusReason: two choices have the value 4, so"
                + " nobody can tell which was chosen");
    assertThat(stops("triage-lead.form"))
        .containsExactly(
            "\"Who takes it?\", radio ownerKind offers nothing to choose; give it values");
  }

  @Test
  void aSpaceInAValueIsNamed() throws IOException {
    change(WORK, "\"value\": \"waiting\"", "\"value\": \"waiting \"");

    assertThat(stops(WORK))
        .containsExactly(
            "\"What came of it?\", radio answer: the choice \"Waiting: we are in touch, the customer asked"
                + " for time\" has the value \"waiting \", with a space; write waiting");
  }

  @Test
  void aFieldHiddenByAnAnswerThatIsNotOfferedIsFound() throws IOException {
    change(WORK, "=answer != \\\"waiting\\\"", "=answer != \\\"wating\\\"");

    assertThat(stops(WORK))
        .containsExactly(
            "\"Until when?\", datetime waitUntil is hidden by answer = wating, which that field does"
                + " not offer; it offers contacted, waiting, qualified, disqualified, handBack; did"
                + " you mean waiting?");
  }

  @Test
  void aFieldHiddenByWhatNobodyWritesIsFound() throws IOException {
    change(WORK, "=answer != \\\"waiting\\\"", "=anwser != \\\"waiting\\\"");
    String misspelt =
        "\"Until when?\", datetime waitUntil is hidden by anwser, which no field and no block writes;"
            + " did you mean answer?";
    assertThat(stops(WORK)).containsExactly(misspelt);

    Files.delete(folder.resolve("building-blocks.md"));
    assertThat(stops(WORK)).containsExactly(misspelt);

    change(WORK, "anwser", "ownerFound");
    assertThat(stops(WORK)).isEmpty();
  }

  @Test
  void aFieldMayBeHiddenByWhatABlockWroteOrAnotherFormAsked() throws IOException {
    change(WORK, "=answer != \\\"waiting\\\"", "=asksForRecords != true");
    assertThat(stops(WORK)).isEmpty();

    change(WORK, "=asksForRecords != true", "=is defined(triageAnswer) or score > 50");
    assertThat(stops(WORK)).isEmpty();

    change(WORK, "=is defined(triageAnswer) or score > 50", "=approvalAnswer = null");
    assertThat(stops(WORK)).isEmpty();

    change(WORK, "=approvalAnswer = null", "=this.answer = \\\"\\\" or answer = \\\"\\\"");
    assertThat(stops(WORK)).isEmpty();
  }

  @Test
  void aConditionThatTasklistCannotReadIsFound() throws IOException {
    for (String wrong :
        List.of(
            "answer != \\\"waiting\\\"",
            " =answer != \\\"waiting\\\"",
            "=answer == \\\"waiting\\\"",
            "=answer != 'waiting'",
            "=answer !=",
            "=")) {
      change(WORK, "=answer != \\\"waiting\\\"", wrong);

      assertThat(stops(WORK))
          .as(wrong)
          .containsExactly(
              "\"Until when?\", datetime waitUntil: Tasklist cannot read when to hide it, "
                  + wrong.replace("\\", "")
                  + ", and always shows it; write it such as =answer != \"qualified\"");
      copyTheHouse();
    }
  }

  @Test
  void ourOwnFormsAreInOrder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> forms =
          files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".form")).toList();

      assertThat(forms)
          .isNotEmpty()
          .allSatisfy(form -> assertThat(stops(form)).isEmpty())
          .allSatisfy(form -> assertThat(untidy(form)).isEmpty());
    }
  }

  private List<String> stops(String file) {
    House house = House.at(folder.toString());
    HouseForm form = form(house, file);
    return Stream.of(
            FormRules.stops(form),
            ChoiceRules.findings(form),
            HideRules.findings(form, house, BlockRows.of(house)))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> untidy(String file) {
    House house = House.at(folder.toString());
    return FormRules.untidy(form(house, file), house);
  }

  private static HouseForm form(House house, String file) {
    return house.forms().stream()
        .filter(form -> form.file().name().equals(file))
        .findFirst()
        .orElseThrow();
  }
}
