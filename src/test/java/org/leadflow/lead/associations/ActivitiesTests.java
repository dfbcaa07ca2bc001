package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** What is to be done for a lead, and was. */
class ActivitiesTests extends WholeWay {

  @Test
  void anActivityIsPlannedChangedAndCompleted() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    Api.Answer planned =
        planned(
            owner, lead, "task", Map.of("scheduledEnd", "2027-01-04T09:00:00Z", "ownerId", "lena"));

    assertThat(planned.status()).as("%s", planned.body()).isEqualTo(201);
    assertThat(planned.text("stateCodeLabel")).isEqualTo("Open");
    assertThat(planned.text("activityTypeCode")).isEqualTo("task");
    assertThat(planned.text("ownerId")).isEqualTo("lena");

    Map<String, Object> changes = new HashMap<>();
    changes.put("scheduledEnd", null);
    changes.put("description", "Send the price list");
    Api.Answer changed = as(owner).patch(path(lead, planned), planned.etag(), changes);
    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
    assertThat(changed.text("scheduledEnd")).isNull();
    assertThat(changed.text("description")).isEqualTo("Send the price list");
    assertThat(as(owner).patch(path(lead, planned), planned.etag(), changes).status())
        .isEqualTo(412);

    Api.Answer done = as(owner).post(path(lead, planned) + "/complete", "");
    assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
    assertThat(done.text("stateCode")).isEqualTo("1");
    assertThat(done.text("actualEnd")).isNotNull();
    for (String late : List.of("/complete", "/cancel")) {
      assertThat(as(owner).post(path(lead, planned) + late, "").text("code"))
          .isEqualTo("activity-closed");
    }
    assertThat(as(owner).patch(path(lead, planned), null, changes).text("code"))
        .isEqualTo("activity-closed");
    assertThat(as(owner).get(path(lead, planned)).text("stateCodeLabel")).isEqualTo("Completed");
  }

  @Test
  void theListTellsWhatIsOpen() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    Api.Answer call = planned(owner, lead, "phonecall", Map.of());
    planned(owner, lead, "email", Map.of());
    as(owner).post(path(lead, call) + "/cancel", "");

    String activities = "/api/leads/" + lead + "/activities";

    assertThat(types(as(owner).get(activities))).containsExactly("email", "phonecall");
    assertThat(types(as(owner).get(activities + "?stateCode=0"))).containsExactly("email");
    assertThat(types(as(owner).get(activities + "?stateCode=2"))).containsExactly("phonecall");
  }

  @Test
  void theFirstCompletedCallMakesTheLeadContacted() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    Api.Answer task = planned(owner, lead, "task", Map.of());
    Api.Answer call = planned(owner, lead, "phonecall", Map.of());
    Api.Answer meeting = planned(owner, lead, "appointment", Map.of());

    as(owner).post(path(lead, task) + "/complete", "");
    assertThat(lead(lead).text("statusCodeLabel")).isEqualTo("New");

    as(owner).post(path(lead, call) + "/complete", "");
    Api.Answer contacted = lead(lead);
    assertThat(contacted.text("statusCodeLabel")).isEqualTo("Contacted");
    assertThat(contacted.text("firstRespondedOn")).isNotNull();

    as(owner).post(path(lead, meeting) + "/complete", "");
    assertThat(lead(lead).text("version")).isEqualTo(contacted.text("version"));
    assertThat(actions(lead).stream().filter("CONTACTED"::equals)).hasSize(1);
    assertThat(ownerOf(lead)).isEqualTo(owner);
  }

  @Test
  void aDisqualifiedLeadHasItsOpenActivitiesCanceledAndTakesNoMore() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    Api.Answer done = planned(owner, lead, "task", Map.of());
    Api.Answer open = planned(owner, lead, "email", Map.of());
    as(owner).post(path(lead, done) + "/complete", "");

    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 6));

    assertThat(as(owner).get(path(lead, done)).text("stateCodeLabel")).isEqualTo("Completed");
    assertThat(as(owner).get(path(lead, open)).text("stateCodeLabel")).isEqualTo("Canceled");
    assertThat(planned(owner, lead, "task", Map.of()).text("code")).isEqualTo("lead-closed");
    assertThat(as(owner).post(path(lead, open) + "/complete", "").text("code"))
        .isEqualTo("lead-closed");
  }

  @Test
  void anActivityThatCannotBeDoneIsRefusedByField() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    assertThat(planned(owner, lead, "dance", Map.of()).faultyFields())
        .containsExactly("activityTypeCode");
    Map<String, Object> byNumber = Map.of("subject", "Get in touch", "activityTypeCode", 1);
    assertThat(as(owner).post("/api/leads/" + lead + "/activities", byNumber).faultyFields())
        .containsExactly("activityTypeCode");
    assertThat(
            planned(owner, lead, "task", Map.of("subject", "s".repeat(401), "description", "\0"))
                .faultyFields())
        .containsExactly("description", "subject");
    assertThat(
            planned(
                    owner,
                    lead,
                    "task",
                    Map.of("ownerId", "nobody-here", "scheduledEnd", "+99999-01-01T00:00:00Z"))
                .faultyFields())
        .containsExactly("ownerId", "scheduledEnd");
    Api.Answer call = planned(owner, lead, "phonecall", Map.of());
    Map<String, String> otherType = Map.of("activityTypeCode", "task");
    assertThat(as(owner).patch(path(lead, call), null, otherType).faultyFields())
        .containsExactly("activityTypeCode");
    assertThat(planned("kenji", lead, "task", Map.of()).status()).isEqualTo(404);
    assertThat(as("kenji").get(path(lead, call)).status()).isEqualTo(404);
  }

  private Api.Answer planned(String user, UUID lead, String type, Map<String, String> more) {
    Map<String, String> activity = new HashMap<>(Map.of("subject", "Get in touch"));
    activity.put("activityTypeCode", type);
    activity.putAll(more);
    return as(user).post("/api/leads/" + lead + "/activities", activity);
  }

  private List<String> actions(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/trail").body().findValuesAsText("action");
  }

  private static List<String> types(Api.Answer list) {
    return list.body().findValuesAsText("activityTypeCode");
  }

  private static String path(UUID lead, Api.Answer activity) {
    return "/api/leads/" + lead + "/activities/" + activity.text("activityId");
  }
}
