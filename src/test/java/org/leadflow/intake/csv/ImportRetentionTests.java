package org.leadflow.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.leadflow.intake.csv.ImportJob.Status;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody needs any more goes, however large it is, and nothing that is at work. */
abstract class ImportRetentionTests extends WholeWay {

  @Autowired ImportRetention retention;
  @Autowired ImportJobs jobs;
  @Autowired ImportChunks chunks;
  @Autowired TransactionTemplate transaction;

  @Test
  void aLargeFileGoesInSlicesThatCommitOneByOne() {
    UUID id = sent();
    for (int place = 1; place < 70; place++) {
      jdbc.sql(
              "INSERT INTO import_piece SELECT import_id, place + ?, bytes FROM import_piece"
                  + " WHERE import_id = ? AND place = 0")
          .params(place, id)
          .update();
    }

    CompletableFuture<Api.Answer> removal =
        transaction.execute(
            status -> {
              jdbc.sql(
                      "SELECT place FROM import_piece WHERE import_id = ? AND place = 69 FOR UPDATE")
                  .param(id)
                  .query(Integer.class)
                  .single();
              CompletableFuture<Api.Answer> removing = removed(id);
              await().atMost(Duration.ofSeconds(60)).until(() -> pieces(id) == 70 - 64);
              return removing;
            });

    assertThat(removal.join().status()).isEqualTo(204);
    assertThat(jobs.find(id)).isEmpty();
    assertThat(pieces(id)).isZero();
  }

  @Test
  void anImportThatIsStartedWhileItIsRemovedStays() {
    UUID id = sent();

    CompletableFuture<Api.Answer> removal =
        transaction.execute(
            status -> {
              jdbc.sql(
                      "UPDATE import_job SET status = 'RUNNING', started_on = created_on,"
                          + " source = 'x', mapping = '{\"columns\":[],\"constants\":{}}',"
                          + " cut_by = 'another node', cut_until = ? WHERE import_id = ?")
                  .params(OffsetDateTime.now().plusHours(1), id)
                  .update();
              CompletableFuture<Api.Answer> removing = removed(id);
              await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
              return removing;
            });

    assertThat(removal.join().status()).isEqualTo(409);
    assertThat(pieces(id)).isEqualTo(1);
    assertThat(as("anna").post("/api/imports/" + id + "/cancel", "{}").text("status"))
        .isEqualTo("CANCELLED");
    assertThat(pieces(id)).isZero();
  }

  @Test
  void whoeverRemovesAnImportWaitsForTheChunkThatIsInHand() {
    UUID id = sent();
    transaction.executeWithoutResult(
        status -> chunks.add(id, 0, List.of(new CsvRow(1, 2, List.of("Vogel", "Pumps")))));
    jobs.move(id, Status.CANCELLED, null, Status.READY);

    CompletableFuture<Api.Answer> removal =
        transaction.execute(
            status -> {
              assertThat(chunks.take(id)).isPresent();
              CompletableFuture<Api.Answer> removing = removed(id);
              // Longer than H2 waits for a lock.
              await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
              return removing;
            });

    assertThat(removal.join().status()).isEqualTo(204);
    assertThat(jobs.find(id)).isEmpty();
  }

  @Test
  void anImportThatCannotBeForgottenKeepsNoOtherAndHasItsTurnAgain() {
    List<UUID> old = List.of(sent(), sent(), sent());
    UUID held = old.get(0);
    for (UUID id : old) {
      jdbc.sql("UPDATE import_job SET created_on = ? WHERE import_id = ?")
          .params(OffsetDateTime.now().minusDays(40), id)
          .update();
    }
    jdbc.sql("CREATE TABLE holding (import_id uuid REFERENCES import_job (import_id))").update();
    try {
      jdbc.sql("INSERT INTO holding VALUES (?)").param(held).update();

      retention.forgetWhatIsOld();

      assertThat(old).filteredOn(id -> jobs.find(id).isPresent()).containsExactly(held);
    } finally {
      jdbc.sql("DROP TABLE holding").update();
    }
    retention.forgetWhatIsOld();
    assertThat(jobs.find(held)).isEmpty();
  }

  @Test
  void whatIsLeftOfAFileGoesThoughItsImportIsKept() {
    UUID id = sent();
    jobs.move(id, Status.CANCELLED, null, Status.READY);

    retention.forgetWhatIsOld();

    assertThat(pieces(id)).isZero();
    assertThat(jobs.find(id)).isPresent();
  }

  private UUID sent() {
    Api.Answer answer =
        as("anna").upload("/api/imports", "fair.csv", "Last Name,Topic\nVogel,Pumps\n");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return UUID.fromString(answer.text("importId"));
  }

  private CompletableFuture<Api.Answer> removed(UUID importId) {
    return CompletableFuture.supplyAsync(() -> as("anna").delete("/api/imports/" + importId));
  }

  private int pieces(UUID importId) {
    return count("import_piece WHERE import_id = '" + importId + "'");
  }
}
