package org.leadflow.lead.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;

/** What people write down about a lead. */
class NotesTests extends WholeWay {

  @Test
  void aNoteIsAddedListedChangedAndDeletedByItsAuthor() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    Api.Answer first = note(owner, lead, "Call", "Wants a demo");
    Api.Answer second = note(owner, lead, null, "Has budget");

    assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
    assertThat(first.text("createdBy")).isEqualTo(owner);
    assertThat(first.etag()).isEqualTo("W/\"0\"");
    assertThat(texts(owner, lead)).containsExactly("Has budget", "Wants a demo");

    Api.Answer changed =
        as(owner).patch(path(lead, first), first.etag(), Map.of("text", "Wants two demos"));
    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
    assertThat(changed.text("subject")).isEqualTo("Call");
    assertThat(changed.etag()).isEqualTo("W/\"1\"");
    assertThat(as(owner).patch(path(lead, first), first.etag(), Map.of("text", "Late")).status())
        .isEqualTo(412);

    assertThat(as(owner).delete(path(lead, second)).status()).isEqualTo(204);
    assertThat(as(owner).delete(path(lead, second)).status()).isEqualTo(404);
    assertThat(texts(owner, lead)).containsExactly("Wants two demos");
  }

  @Test
  void nobodyButTheAuthorChangesANote() {
    UUID lead = sent(aGermanLead());
    Api.Answer note = note(ownerOf(lead), lead, "Mine", "Written by the owner");

    Api.Answer change = as("admin").patch(path(lead, note), null, Map.of("text", "Mine now"));

    assertThat(change.status()).isEqualTo(403);
    assertThat(change.text("code")).isEqualTo("not-author");
    assertThat(as("admin").delete(path(lead, note)).status()).isEqualTo(403);
  }

  @Test
  void aClosedLeadTakesNewNotesAndKeepsTheOldOnesAsTheyAre() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    Api.Answer before = note(owner, lead, "Before", "Written while open");
    as(owner).post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    Api.Answer change = as(owner).patch(path(lead, before), null, Map.of("text", "Rewritten"));

    assertThat(change.status()).isEqualTo(409);
    assertThat(change.text("code")).isEqualTo("lead-closed");
    assertThat(as(owner).delete(path(lead, before)).text("code")).isEqualTo("lead-closed");
    assertThat(note(owner, lead, "After", "They called again").status()).isEqualTo(201);
    assertThat(texts(owner, lead)).containsExactly("They called again", "Written while open");
  }

  @Test
  void aNoteThatCannotBeKeptIsRefusedByField() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    String notes = "/api/leads/" + lead + "/notes";

    assertThat(note(owner, lead, "s".repeat(500), "t".repeat(100_000)).status()).isEqualTo(201);
    Api.Answer tooLong = note(owner, lead, "s".repeat(501), "t".repeat(100_001));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.faultyFields()).containsExactly("subject", "text");
    assertThat(note(owner, lead, "Empty", " ").faultyFields()).containsExactly("text");
    assertThat(note(owner, lead, "Nul", "a\0b").faultyFields()).containsExactly("text");
    assertThat(as(owner).post(notes, Map.of("text", "x", "leadId", "y")).status()).isEqualTo(400);
    Api.Answer kept = note(owner, lead, "Kept", "As it is");
    assertThat(as(owner).patch(path(lead, kept), null, Map.of("text", "")).faultyFields())
        .containsExactly("text");
    assertThat(as(owner).get(notes + "?size=0").faultyFields()).containsExactly("size");
  }

  @Test
  void notesAreAsVisibleAsTheirLead() {
    UUID lead = sent(aGermanLead());
    UUID other = sent(aGermanLead("subject", "Another"));
    String owner = ownerOf(lead);
    Api.Answer note = note(owner, lead, "Inside", "Not for partners");

    assertThat(as("kenji").get("/api/leads/" + lead + "/notes").status()).isEqualTo(404);
    assertThat(note("kenji", lead, null, "Let me in").status()).isEqualTo(404);
    assertThat(note("website", lead, null, "From a form").status()).isEqualTo(403);
    assertThat(as("admin").delete(path(other, note)).status()).isEqualTo(404);
    assertThat(note(owner, UUID.randomUUID(), null, "Nowhere").status()).isEqualTo(404);
  }

  @Test
  void notesGoWithTheirLead() {
    UUID lead =
        sent(
            aGermanLead(
                "address1Country", "Antarctica", "emailAddress1", null, "numberOfEmployees", null));
    taskOf(lead, "UserTask_TriageLead");
    assertThat(note("lena", lead, "Gone", "with the lead").status()).isEqualTo(201);

    assertThat(as("admin").delete("/api/leads/" + lead).status()).isEqualTo(204);

    gone(lead);
    assertThat(
            jdbc.sql("SELECT count(*) FROM lead_note WHERE lead_id = ?")
                .param(lead)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private Api.Answer note(String user, UUID lead, String subject, String text) {
    Map<String, String> note =
        subject == null ? Map.of("text", text) : Map.of("subject", subject, "text", text);
    return as(user).post("/api/leads/" + lead + "/notes", note);
  }

  private List<String> texts(String user, UUID lead) {
    return as(user).get("/api/leads/" + lead + "/notes").body().findValuesAsText("text");
  }

  private static String path(UUID lead, Api.Answer note) {
    return "/api/leads/" + lead + "/notes/" + note.text("noteId");
  }
}
