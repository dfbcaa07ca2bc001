package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.pvm.runtime.ExecutionImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.core.Refused;
import org.leadflow.customer.ClosingReason;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.springframework.beans.BeanUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/** The answers that the table says a block knows are those that Java reads. */
class KnownAnswersTests {

  private static final Map<String, Map<String, Set<String>>> KNOWN = known();

  @ParameterizedTest
  @CsvSource({
    "answer, qualification.WorkLeadForm, read, ''",
    "triageAnswer, routing.TriageForm, assigns, ''",
    "ownerKind, routing.TriageForm, owner, ownerId=anna",
    "dataAnswer, intake.DataForm, read, ''",
    "duplicateAnswer, intake.DuplicateForm, answer, ''",
    "offerAnswer, offer.OfferForm, read, ''",
    "workedBy, offer.OfferForm, read, offerAnswer=accept",
    "approvalAnswer, approval.ApprovalForm, read, ''",
    "closing, opportunity.ClosingForm, isWon, ''"
  })
  void theTableNamesWhatTheFormReads(String field, String form, String reads, String beside)
      throws Exception {
    Set<String> known = answersTo(field);
    Class<?> type = ClassUtils.forName("org.leadflow.process." + form, null);

    assertThat(known)
        .allSatisfy(it -> assertThat(refusal(type, reads, field, it, beside)).isEmpty());
    assertThat(refusal(type, reads, field, "somethingElse", beside))
        .isEqualTo("must be " + inWords(List.copyOf(known)));
  }

  @Test
  void theTableNamesTheReasonsThatMayBeChosen() {
    assertThat(answersTo("statusReason"))
        .containsExactlyElementsOf(
            StatusCode.in(StateCode.DISQUALIFIED).stream()
                .filter(reason -> reason != StatusCode.DUPLICATE)
                .map(reason -> String.valueOf(reason.code()))
                .toList());
    assertThat(answersTo("lostReason"))
        .containsExactly(
            String.valueOf(ClosingReason.CANCELED.code()),
            String.valueOf(ClosingReason.OUT_SOLD.code()));
  }

  @Test
  void everyAnswerInTheTableIsLookedAtHere() {
    Set<String> fields = new HashSet<>();
    KNOWN.values().forEach(answers -> fields.addAll(answers.keySet()));

    assertThat(fields)
        .containsExactlyInAnyOrder(
            "answer",
            "triageAnswer",
            "ownerKind",
            "dataAnswer",
            "duplicateAnswer",
            "offerAnswer",
            "workedBy",
            "approvalAnswer",
            "closing",
            "statusReason",
            "lostReason");
  }

  private static Map<String, Map<String, Set<String>>> known() {
    House house = House.at("processes");
    BlockRows rows = BlockRows.of(house);
    Map<String, Map<String, Set<String>>> known = new TreeMap<>();
    house.blocks().keySet().forEach(block -> known.put(block, rows.answersKnownBy(block)));
    return known;
  }

  /** The same wherever it is asked. */
  private static Set<String> answersTo(String field) {
    List<Set<String>> all =
        KNOWN.values().stream()
            .filter(answers -> answers.containsKey(field))
            .map(answers -> answers.get(field))
            .distinct()
            .toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** What is said about the field; of the others nothing is asked here. */
  private static String refusal(
      Class<?> form, String reads, String field, String answer, String beside) throws Exception {
    Map<String, Object> values = new HashMap<>(Map.of(field, answer));
    if (!beside.isEmpty()) {
      values.put(beside.split("=")[0], beside.split("=")[1]);
    }
    var scope = new ExecutionImpl();
    scope.setVariables(values);
    Refused refused = catchThrowableOfType(Refused.class, () -> read(form, reads, scope));
    return refused == null
        ? ""
        : refused.faults().stream()
            .filter(fault -> fault.field().equals(field))
            .map(fault -> fault.message())
            .findFirst()
            .orElse("");
  }

  private static void read(Class<?> form, String reads, VariableScope scope) throws Exception {
    if (Modifier.isStatic(method(form, reads).getModifiers())) {
      ReflectionTestUtils.invokeMethod(form, reads, scope);
    } else {
      var constructor = form.getDeclaredConstructor(VariableScope.class);
      ReflectionTestUtils.invokeMethod(BeanUtils.instantiateClass(constructor, scope), reads);
    }
  }

  private static Method method(Class<?> form, String name) {
    return BeanUtils.findMethodWithMinimalParameters(form, name);
  }

  private static String inWords(List<String> known) {
    int last = known.size() - 1;
    return String.join(", ", known.subList(0, last)) + " or " + known.get(last);
  }
}
