package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.leadflow.wholeway.WholeWay;

/** A stranger at the API of the running product, and what every answer to him must be like. */
abstract class AtTheDoor extends WholeWay {

  /** What tells a stranger how the product is made. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "org\\.leadflow|springframework|jackson|hibernate|camunda|java\\.|jdbc|Exception|SQL|"
              + "SELECT |INSERT |UPDATE |lead_id|\\b(Integer|BigDecimal|LocalDate|Instant|Boolean)\\b");

  Call call(String method, String path) {
    return new Call(port, method, path);
  }

  Call call(String user, String method, String path) {
    return call(method, path).login(user, PASSWORD);
  }

  /** The least that is accepted, with the given fields besides. */
  static Map<String, Object> aLead(Object... fields) {
    Map<String, Object> lead = new TreeMap<>(Map.of("subject", "Question", "lastName", "Tanaka"));
    for (int i = 0; i < fields.length; i += 2) {
      lead.put((String) fields[i], fields[i + 1]);
    }
    return lead;
  }

  Call.Answer submitted(Object body) {
    return call("website", "POST", "/api/leads").json(body).send();
  }

  /** That markup in the text is no markup of the page. */
  static void assertShownEscaped(String page, String text) {
    if (text.matches("(?s).*[<>].*")) {
      assertThat(page).doesNotContain(text.strip());
    }
  }

  /** That the answer is a problem of this status and code and says nothing about our insides. */
  static Call.Answer assertProblem(Call.Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .as("%s", answer)
        .startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).as("%s", answer).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).as("%s", answer).isEqualTo(code);
    assertThat(answer.json().path("title").asText()).as("%s", answer).isNotBlank();
    assertThat(answer.json().path("detail").asText()).as("%s", answer).isNotBlank();
    assertThat(answer.text()).doesNotContainPattern(INSIDE);
    return answer;
  }

  /** That the answer is a problem that names exactly these fields. */
  static Call.Answer assertNames(Call.Answer answer, int status, String code, String... fields) {
    assertProblem(answer, status, code);
    List<String> named = answer.json().path("errors").findValuesAsText("field");
    assertThat(named.stream().distinct().toList()).as("%s", answer).containsExactly(fields);
    return answer;
  }
}
