package org.leadflow.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** The words in which the promises about leads are told: somebody asks, the product answers. */
abstract class Promises extends WholeWay {

  static final Map<String, Object> NOTHING = Map.of();

  /** A lead that was sent in and is with its seller. */
  UUID routed(Object... changes) {
    UUID lead = sent(aGermanLead(changes));
    ownerOf(lead);
    return lead;
  }

  Api.Answer act(UUID lead, String what, Map<String, ?> body) {
    return as("admin").post("/api/leads/" + lead + "/" + what, body);
  }

  Api.Answer done(Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
    return answer;
  }

  Api.Answer qualified(UUID lead, Map<String, ?> request) {
    return done(act(lead, "qualify", request));
  }

  Api.Answer change(UUID lead, Map<String, ?> changes) {
    return as("admin").patch("/api/leads/" + lead, lead(lead).etag(), changes);
  }

  JsonNode get(String path) {
    return done(as("admin").get(path)).body();
  }

  List<String> items(String path, String field) {
    return get(path).get("items").findValuesAsText(field);
  }

  /** The id of what was created of this type; null when nothing was. */
  static String created(Api.Answer answer, String type) {
    return id(answer.body().get("createdEntities"), type);
  }

  static String linked(Api.Answer answer, String type) {
    return id(answer.body().get("linkedEntities"), type);
  }

  private static String id(JsonNode entities, String type) {
    for (JsonNode entity : entities) {
      if (entity.get("entityType").asText().equals(type)) {
        return entity.get("id").asText();
      }
    }
    return null;
  }

  static List<String> types(Api.Answer answer) {
    return answer.body().get("createdEntities").findValuesAsText("entityType");
  }

  /** What a timeline shows of one kind: texts of notes, titles of the rest. */
  List<String> shown(String path, String kind) {
    List<String> shown = new ArrayList<>();
    for (JsonNode item : get(path + "/timeline?size=200").get("items")) {
      if (item.get("kind").asText().equals(kind)) {
        shown.add(item.path(kind.equals("NOTE") ? "text" : "title").asText());
      }
    }
    return shown;
  }

  /** Submits the form of a lead's task as its owner would in Tasklist; answers the status. */
  int submitted(UUID lead, String variables) {
    Visitor tasklist = tasklistOf(lead(lead).text("ownerId"));
    return tasklist
        .post(
            "/camunda/api/engine/engine/default/task/"
                + taskOf(lead, "UserTask_WorkLead")
                + "/submit-form",
            "{\"variables\": " + variables + "}")
        .statusCode();
  }
}
