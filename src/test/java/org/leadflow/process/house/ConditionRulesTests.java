package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition that is written otherwise is answered with how it is written. */
class ConditionRulesTests extends ChangedHouse {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "triageAnswer == 'assign'        | write ${triageAnswer == 'assign'}",
        "=triageAnswer = \"assign\"      | write ${triageAnswer == 'assign'}",
        "${triageAnswer == assign}       | write ${triageAnswer == 'assign'}",
        "${triageAnswer == \"assign\"}   | write ${triageAnswer == 'assign'}",
        "${triageAnswer = 'assign'}      | write ${triageAnswer == 'assign'}",
        "${triageAnswer=='assign'}       | write ${triageAnswer == 'assign'}",
        "${triageAnswer == ‘assign’}     | write ${triageAnswer == 'assign'}",
        "#{triageAnswer}                 | write ${triageAnswer}",
        "triageAnswer                    | write ${triageAnswer}",
        "${triageAnswer==true}           | write ${triageAnswer == true}",
        "${!triageAnswer}                | make this line the default flow, and write ${triageAnswer == true} on the other",
        "${triageAnswer == false}        | make this line the default flow, and write ${triageAnswer == true} on the other",
        "${triageAnswer != 'assign'}     | ask for what it is, not for what it is not",
        "${triageAnswer and score}       | a line asks for one thing; draw a gateway for each",
        "${triageAnswer == 'a' &amp;&amp; score} | a line asks for one thing; draw a gateway for each",
        "${score &gt; 5}                 | write ${flag}, ${flag == true} or ${answer == 'value'}",
        "${triageAnswer == 'not now'}    | write ${flag}, ${flag == true} or ${answer == 'value'}",
        "${triageAnswer == 'assign'} ${x}| write ${flag}, ${flag == true} or ${answer == 'value'}",
        "${assignLead.execute(execution)}| write ${flag}, ${flag == true} or ${answer == 'value'}"
      })
  void aConditionIsAnsweredWithHowItIsWritten(String written, String answer) throws IOException {
    change(ROUTING, "${triageAnswer == 'assign'}", written);

    assertThat(saysOfVariables())
        .singleElement()
        .asString()
        .startsWith(
            "lead-routing.bpmn: sequenceFlow \"assign\" (Flow_TriageSaysAssign), out of"
                + " exclusiveGateway \"What to do?\" (Gateway_TriageAnswer), has the condition ")
        .contains("; " + answer);
  }

  @Test
  void theEnginesOwnWordsAboutAConditionAreNotRepeated() throws IOException {
    change(ROUTING, "${triageAnswer == 'assign'}", "${triageAnswer = 'assign'}");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(
            "has the condition ${triageAnswer = 'assign'}; write ${triageAnswer == 'assign'}");
  }

  @Test
  void aConditionBehindATaskIsRefusedForTheOtherAnswersWouldBeStuck() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"UserTask_WorkLead\" targetRef=\"Gateway_Answer\" />",
        "sourceRef=\"UserTask_WorkLead\" targetRef=\"Gateway_Answer\"><bpmn:conditionExpression"
            + " xsi:type=\"bpmn:tFormalExpression\">${answer == 'qualified'}</bpmn:conditionExpression>"
            + "</bpmn:sequenceFlow>");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(
            "sequenceFlow Flow_ToAnswer, out of userTask \"Work lead\" (UserTask_WorkLead), has the condition"
                + " ${answer == 'qualified'}, but only a gateway chooses",
            "put an exclusive gateway (the X) before it");
  }
}
