package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Ids;
import org.leadflow.customer.Customers;
import org.leadflow.lead.LeadFields;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is a duplicate and what is not, on each of the databases. */
abstract class DuplicatesTests extends WholeWay {

  private static final AtomicInteger COMPANIES = new AtomicInteger();

  @Autowired Duplicates duplicates;
  @Autowired Customers customers;
  @Autowired ObjectMapper json;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcOperations batch;
  @Autowired KeysAtStart keysAtStart;

  KnownCustomers known;
  String company;
  String domain;

  @BeforeEach
  void aCompanyNobodyElseHasHeardOf() {
    known = new KnownCustomers(json, customers, jdbc, "anna");
    int number = COMPANIES.incrementAndGet() + 1000;
    company = "Zwölfender " + "qxzvkjwpyg".charAt(number % 10) + Integer.toHexString(number);
    domain = "zwoelfender" + number + ".example";
  }

  @Test
  void theSameNameInTheSameCountryIsTheSameCompany() {
    UUID account = known.account("name", company + " GmbH", "address1Country", "Germany");

    for (String written :
        List.of(company, company.replace("ö", "oe"), company.toUpperCase() + " G.m.b.H.")) {
      List<Match> found =
          duplicates.accountsLike(
              known.lead("companyName", written, "address1Country", "Deutschland"));

      assertThat(found).as(written).hasSize(1);
      assertThat(found.get(0).id()).isEqualTo(account);
      assertThat(found.get(0).type()).isEqualTo(EntityType.ACCOUNT);
      assertThat(found.get(0).certainty()).isEqualTo(Certainty.EXACT);
      assertThat(found.get(0).rule()).isEqualTo("account-same-name-and-country");
      assertThat(found.get(0).sentence()).isNotBlank().doesNotContain(company);
    }
  }

  @Test
  void theSameNameInAnotherCountryIsNot() {
    known.account("name", company, "address1Country", "Austria", "address1City", "Wien");

    assertThat(duplicates.accountsLike(known.lead("companyName", company, "address1Country", "DE")))
        .isEmpty();
  }

  @Test
  void theSameNameWithoutACountryIsForAPersonToDecide() {
    UUID account = known.account("name", company, "address1Country", "Austria");

    assertThat(duplicates.accountsLike(known.lead("companyName", company)))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.id()).isEqualTo(account);
              assertThat(match.certainty()).isEqualTo(Certainty.LIKELY);
            });
  }

  @Test
  void aSimilarNameIsLikelyInTheSameCityAndNothingAlone() {
    UUID account =
        known.account(
            "name", company + " Antriebe AG", "address1City", "Köln", "address1Country", "DE");

    assertThat(accounts("companyName", company + " Antrieb", "address1City", "KOELN"))
        .containsExactly(account + " LIKELY account-similar-name-in-city");
    assertThat(accounts("companyName", company + " Antrieb", "address1City", "Bonn")).isEmpty();
    assertThat(accounts("companyName", company + " Antrieb", "address1Country", "DE")).isEmpty();
    assertThat(accounts("companyName", "Zwerg", "address1City", "Köln")).isEmpty();
  }

  @Test
  void wordsThatAreWrittenTogetherOrApartAreSimilar() {
    UUID account = known.account("name", company + " Fern Sprech", "address1City", "Ulm");
    String joined = company.replace(" ", "");

    assertThat(accounts("companyName", joined + " Fernsprech", "address1City", "Ulm"))
        .containsExactly(account + " LIKELY account-similar-name-in-city");
  }

  @Test
  void aSharedDomainIsLikely() {
    UUID account = known.account("name", "Something else", "websiteUrl", "https://www." + domain);
    String likely = account + " LIKELY account-same-domain";

    assertThat(accounts("companyName", company, "websiteUrl", domain + "/en"))
        .containsExactly(likely);
    assertThat(accounts("companyName", company, "emailAddress1", "Ann@" + domain.toUpperCase()))
        .containsExactly(likely);
    assertThat(accounts("companyName", company, "emailAddress1", "ann@x" + domain)).isEmpty();
    assertThat(accounts("emailAddress1", "ann@" + domain)).as("no company").isEmpty();
  }

  @Test
  void theMailOfAnAccountsContactsIsTheAccounts() {
    UUID account = known.account("name", "Something else");
    known.contact("lastName", "One", "parentAccountId", account, "emailAddress1", "one@" + domain);
    known.contact("lastName", "Two", "parentAccountId", account, "emailAddress1", "two@" + domain);
    known.contact("lastName", "Free", "emailAddress1", "free@" + domain);

    assertThat(accounts("companyName", company, "emailAddress1", "ann@" + domain))
        .containsExactly(account + " LIKELY account-same-domain");
  }

  @Test
  void freeMailIsNobodysCompany() {
    UUID account = known.account("name", company, "websiteUrl", "http://gmail.com");
    known.contact(
        "lastName",
        company,
        "parentAccountId",
        account,
        "emailAddress1",
        "a" + domain + "@gmail.com");

    assertThat(accounts("companyName", "Other", "emailAddress1", "joe@gmail.com")).isEmpty();
    assertThat(accounts("companyName", "Other", "emailAddress1", "joe@gmx.de")).isEmpty();
  }

  @Test
  void theSameAddressIsTheSamePersonAndAPartOfItIsNot() {
    UUID ann = known.contact("lastName", "Smith", "emailAddress1", "Ann@" + domain);

    assertThat(contacts(null, "emailAddress1", "ann@" + domain))
        .containsExactly(ann + " EXACT contact-same-email");
    assertThat(contacts(null, "emailAddress2", "ANN@" + domain)).hasSize(1);
    assertThat(contacts(null, "emailAddress1", "joann@" + domain)).isEmpty();
    assertThat(contacts(null, "emailAddress1", "ann@" + domain + ".test")).isEmpty();
    assertThat(contacts(null, "emailAddress1", "ann_@" + domain)).isEmpty();
    assertThat(contacts(null, "emailAddress1", "%@" + domain)).isEmpty();
  }

  @Test
  void theSameNumberAndASimilarNameIsLikelyHoweverTheNumberIsWritten() {
    String local = String.format("711/%07d", COMPANIES.get() + 4_000_000);
    UUID ann =
        known.contact(
            "firstName",
            "Ann",
            "lastName",
            "Schmidt",
            "telephone1",
            "+49 " + local.replace('/', ' '));
    String likely = ann + " LIKELY contact-same-phone";

    assertThat(
            contacts(
                null,
                "firstName",
                "Ann",
                "lastName",
                "Schmitt",
                "address1Country",
                "Germany",
                "telephone1",
                "0" + local))
        .containsExactly(likely);
    assertThat(
            contacts(
                null, "firstName", "Schmidt", "lastName", "Ann", "mobilePhone", "0049" + local))
        .as("no country, no way to dial it")
        .isEmpty();
    assertThat(
            contacts(null, "firstName", "Schmidt", "lastName", "Ann", "mobilePhone", "+49" + local))
        .containsExactly(likely);
    assertThat(contacts(null, "firstName", "Bo", "lastName", "Weber", "telephone1", "+49" + local))
        .isEmpty();
  }

  @Test
  void aSimilarNameIsLikelyAtTheSameAccountAndNeverMore() {
    UUID account = known.account("name", company);
    UUID other = known.account("name", company + " Zwei");
    UUID ann = known.contact("firstName", "Änn", "lastName", "Schmidt", "parentAccountId", account);
    known.contact("firstName", "Ann", "lastName", "Schmidt");

    assertThat(contacts(account, "firstName", "Ann", "lastName", "Schmitt"))
        .containsExactly(ann + " LIKELY contact-similar-name-at-account");
    assertThat(contacts(account, "firstName", "Änn", "lastName", "Schmidt"))
        .containsExactly(ann + " LIKELY contact-similar-name-at-account");
    assertThat(contacts(account, "firstName", "Bert", "lastName", "Schmidt")).isEmpty();
    assertThat(contacts(other, "firstName", "Ann", "lastName", "Schmidt")).isEmpty();
    assertThat(contacts(null, "firstName", "Ann", "lastName", "Schmidt")).isEmpty();
  }

  @Test
  void exactOnesComeFirstThenTheMostSimilarThenTheNewest() {
    UUID far = known.account("name", "Far " + company, "websiteUrl", domain);
    UUID near = known.account("name", company + " Nord", "websiteUrl", domain);
    UUID exact = known.account("name", company, "address1Country", "DE");
    UUID newer = known.account("name", company + " Nord", "websiteUrl", domain);

    assertThat(
            duplicates.accountsLike(
                known.lead("companyName", company, "websiteUrl", domain, "address1Country", "DE")))
        .extracting(Match::id)
        .containsExactly(exact, newer, near, far);
  }

  @Test
  void atMostTwentyAreAnsweredHoweverManyThereAre() {
    for (int i = 0; i < 120; i++) {
      known.contact("lastName", "Many", "emailAddress1", "many@" + domain);
    }

    assertThat(contacts(null, "lastName", "Many", "emailAddress1", "many@" + domain)).hasSize(20);
  }

  @Test
  void aChangedRecordIsFoundByWhatItIsNow() {
    UUID id = known.contact("lastName", "Smith", "emailAddress1", "old@" + domain);
    jdbc.sql("UPDATE contact SET email_address1 = ?, version = 1 WHERE contact_id = ?")
        .params("new@" + domain, id)
        .update();

    customers.open(customers.contact(id).orElseThrow());

    assertThat(contacts(null, "emailAddress1", "new@" + domain)).hasSize(1);
    assertThat(contacts(null, "emailAddress1", "old@" + domain)).isEmpty();
  }

  @Test
  void whatWasRolledBackOrDeletedIsNotFound() {
    transaction.executeWithoutResult(
        status -> {
          known.contact("lastName", "Smith", "emailAddress1", "ann@" + domain);
          assertThat(contacts(null, "emailAddress1", "ann@" + domain)).hasSize(1);
          status.setRollbackOnly();
        });
    assertThat(contacts(null, "emailAddress1", "ann@" + domain)).isEmpty();

    UUID id = known.contact("lastName", "Smith", "emailAddress1", "ann@" + domain);
    jdbc.sql("DELETE FROM contact WHERE contact_id = ?").param(id).update();
    assertThat(contacts(null, "emailAddress1", "ann@" + domain)).isEmpty();
  }

  @Test
  void recordsFromBeforeTheKeysGetThemAtTheNextStartAndAreFetchedOverTheirIndex() {
    Object[][] rows = new Object[10_000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Object[] {Ids.next(), company + " " + i, "https://" + domain};
    }
    batch.batchUpdate(
        """
        INSERT INTO account (account_id, version, name, website_url, owner_user, owning_business_unit, created_on, created_by)
        SELECT CAST(? AS uuid), 0, CAST(? AS varchar), CAST(? AS varchar), id, business_unit_id, CURRENT_TIMESTAMP, 'test'
        FROM app_user WHERE id = 'anna'
        """,
        List.of(rows));
    try {
      keysAtStart.afterSingletonsInstantiated();
      assertThat(accounts("companyName", company + " 4711")).as("nothing to do").isEmpty();
      jdbc.sql("UPDATE match_key_edition SET edition = 0").update();

      keysAtStart.afterSingletonsInstantiated();

      assertThat(accounts("companyName", company + " 4711"))
          .containsExactly(rows[4711][0] + " LIKELY account-same-name");
      assertThat(accounts("companyName", company, "websiteUrl", domain)).hasSize(20);
      String plan = planOfTheBlock("DOMAIN", domain);
      assertThat(plan)
          .as(plan)
          .containsAnyOf("index sorted", "Index Only Scan Backward using account_key_newest")
          .doesNotContain("tableScan", "Seq Scan", "Sort");
    } finally {
      jdbc.sql("DELETE FROM account WHERE website_url = ?").param("https://" + domain).update();
    }
    keysAtStart.afterSingletonsInstantiated();
    assertThat(jdbc.sql("SELECT edition FROM match_key_edition").query(Integer.class).single())
        .isEqualTo(Keys.EDITION);
  }

  private String planOfTheBlock(String kind, String content) {
    jdbc.sql("ANALYZE").update();
    return String.join(
        "\n",
        jdbc.sql("EXPLAIN " + Blocks.ACCOUNTS.formatted(0, Blocks.NEWEST))
            .param("kind0", kind)
            .param("content0", content)
            .query(String.class)
            .list());
  }

  @Test
  void theSecondOfTwoSeesTheAccountOfTheFirst() throws Exception {
    LeadFields lead = known.lead("companyName", company, "address1Country", "DE");
    LeadFields again = known.lead("companyName", company + " GmbH", "address1Country", "Germany");
    var locked = new CountDownLatch(1);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<UUID> first =
          both.submit(
              () ->
                  transaction.execute(
                      status -> {
                        duplicates.lock(lead);
                        locked.countDown();
                        pause();
                        return known.account("name", company, "address1Country", "DE");
                      }));
      locked.await();
      List<Match> seen =
          transaction.execute(
              status -> {
                duplicates.lock(again);
                return duplicates.accountsLike(again);
              });

      assertThat(seen).extracting(Match::id).containsExactly(first.get());
    } finally {
      both.shutdown();
    }
  }

  @Test
  void manyWhoLockTheSameKeysInAnyOrderAllGetThem() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> works = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      LeadFields lead =
          known.lead(
              "companyName", company + " " + i % 3,
              "address1City", "Ulm",
              "address1Country", "DE",
              "emailAddress1", "a" + i % 2 + "@" + domain,
              "telephone1", "+49711123450" + i % 4);
      works.add(
          () ->
              transaction.execute(
                  status -> {
                    duplicates.lock(lead);
                    return duplicates.accountsLike(lead).size();
                  }));
    }
    try {
      for (Future<Integer> work : many.invokeAll(works, 60, TimeUnit.SECONDS)) {
        assertThat(work.get()).isZero();
      }
    } finally {
      many.shutdown();
    }
  }

  @Test
  void aLockNeedsATransactionThatCanHoldIt() {
    LeadFields lead = known.lead("companyName", company);

    assertThatThrownBy(() -> duplicates.lock(lead))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> accounts(Object... lead) {
    return words(duplicates.accountsLike(known.lead(lead)));
  }

  private List<String> contacts(UUID accountId, Object... lead) {
    return words(duplicates.contactsLike(known.lead(lead), accountId));
  }

  private static List<String> words(List<Match> matches) {
    return matches.stream()
        .map(match -> match.id() + " " + match.certainty() + " " + match.rule())
        .toList();
  }
}
