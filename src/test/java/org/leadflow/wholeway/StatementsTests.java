package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.leadflow.duplicates.Duplicates;
import org.leadflow.lead.LeadFields;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How many statements a lead costs. The numbers are exact, so that one more is noticed. */
class StatementsTests extends WholeWay {

  @Autowired Duplicates duplicates;
  @Autowired ObjectMapper json;
  @Autowired TransactionTemplate transaction;

  /** Two of them write the timers of its deadlines. */
  @Test
  void aLeadCostsThisManyStatementsFromPostToItsOwnersTask() {
    List<String> sent =
        eachTime(
            () -> {
              ownerOf(sent(aGermanLead("subject", "Warm-up")));
              return statementsOf(() -> sent(aGermanLead("subject", "Counted")));
            });

    assertThat(sent).as(String.join("\n", sent)).hasSizeLessThanOrEqualTo(24);
  }

  /**
   * Five of them end its deadlines: timers are read and deleted, and what became of each is kept.
   */
  @Test
  void qualifyingCostsThisManyStatements() {
    List<String> sent = eachTime(this::statementsOfQualifying);

    assertThat(sent).as(String.join("\n", sent)).hasSizeLessThanOrEqualTo(71);
  }

  private List<String> statementsOfQualifying() {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    as(owner).get("/api/leads/" + lead);

    statements.start();
    assertThat(as(owner).post("/api/leads/" + lead + "/qualify", Map.of()).status()).isEqualTo(200);
    return ofLeads(statements.stop());
  }

  /**
   * What each of three times cost: what is looked up every few seconds is no cost of a lead, and on
   * a slow machine one or another of these look-ups comes into every time.
   */
  private static List<String> eachTime(Supplier<List<String>> once) {
    List<String> common = new ArrayList<>(comparable(once.get()));
    for (int again = 1; again <= 2; again++) {
      List<String> next = new ArrayList<>(comparable(once.get()));
      common.removeIf(text -> !next.remove(text));
    }
    return common;
  }

  /** Without the thread, and however many parameters a list of the statement takes. */
  private static List<String> comparable(List<String> sent) {
    return sent.stream()
        .map(text -> text.substring(text.indexOf(": ") + 2).replaceAll("\\?(, \\?)+", "?.."))
        .toList();
  }

  @Test
  void lookingForDuplicatesCostsOneStatementForEachTypeAndOneForTheLock() {
    LeadFields lead = json.convertValue(aGermanLead("telephone1", "+49 711 1"), LeadFields.class);
    UUID account = UUID.randomUUID();

    statements.start();
    duplicates.accountsLike(lead);
    duplicates.contactsLike(lead, account);
    transaction.executeWithoutResult(status -> duplicates.lock(lead));
    List<String> sent = statements.stop();

    assertThat(sent.stream().filter(text -> text.startsWith(Thread.currentThread().getName())))
        .as(String.join("\n", sent))
        .hasSize(3);
  }

  private List<String> statementsOf(Runnable work) {
    statements.start();
    work.run();
    await()
        .pollDelay(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(60))
        .until(() -> count("pending_start") == 0);
    return ofLeads(statements.stop());
  }

  /** All but those of the sweep, the job executor and this test. */
  private static List<String> ofLeads(List<String> all) {
    return all.stream()
        .filter(text -> text.startsWith("http-nio") || text.startsWith("lead-starter"))
        .toList();
  }
}
