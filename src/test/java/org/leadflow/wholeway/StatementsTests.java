package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
        fewest(
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
    List<String> sent = fewest(this::statementsOfQualifying);

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
   * Of three times: what is looked up every few seconds and not for each lead is no cost of one.
   */
  private static List<String> fewest(Supplier<List<String>> once) {
    return Stream.generate(once).limit(3).min(Comparator.comparing(List::size)).orElseThrow();
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
        .atMost(Duration.ofSeconds(20))
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
