package org.leadflow.duplicates;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.duplicates.KeyTable.Keyed;
import org.leadflow.duplicates.KeyTable.Owner;
import org.leadflow.lead.Lead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives keys to the records of a database that is older than the keys, or than the way they are
 * made now ({@link Keys#EDITION}).
 *
 * <p>Runs before the web port opens, so that nothing is compared with half of them: page by page,
 * each in a transaction of its own that holds the records of its page, so another node may go on
 * saving. A start that is interrupted begins again; making the keys of a record twice does no harm.
 */
@Component
class KeysAtStart implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(KeysAtStart.class);

  private static final int PAGE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final JdbcAggregateTemplate records;
  private final KeyTable table;
  private final TransactionTemplate transaction;

  KeysAtStart(
      JdbcClient jdbc,
      JdbcAggregateTemplate records,
      KeyTable table,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.records = records;
    this.table = table;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (edition() >= Keys.EDITION) {
      return;
    }
    int made =
        all("account", Owner.ACCOUNT, Account.class, Keyed::of)
            + all("contact", Owner.CONTACT, Contact.class, Keyed::of)
            + all("lead", Owner.LEAD, Lead.class, Keyed::of);
    jdbc.sql("UPDATE match_key_edition SET edition = ?").param(Keys.EDITION).update();
    log.info("{} accounts, contacts and leads have match keys now", made);
  }

  private int edition() {
    return jdbc.sql("SELECT edition FROM match_key_edition").query(Integer.class).single();
  }

  private <T> int all(String of, Owner owner, Class<T> type, Function<T, Keyed> keyed) {
    int made = 0;
    UUID last = BEFORE_ALL;
    while (last != null) {
      UUID after = last;
      List<UUID> page = transaction.execute(status -> page(of, owner, type, keyed, after));
      made += page.size();
      last = page.size() < PAGE ? null : page.get(PAGE - 1);
    }
    return made;
  }

  private <T> List<UUID> page(
      String of, Owner owner, Class<T> type, Function<T, Keyed> keyed, UUID after) {
    List<UUID> ids =
        jdbc.sql(
                "SELECT %2$s FROM %1$s WHERE %2$s > ? ORDER BY %2$s FETCH FIRST %3$d ROWS ONLY FOR UPDATE"
                    .formatted(of, owner.id, PAGE))
            .param(after)
            .query(UUID.class)
            .list();
    if (!ids.isEmpty()) {
      table.replace(
          owner,
          records.findAll(Query.query(Criteria.where(of + "Id").in(ids)), type).stream()
              .map(keyed)
              .toList());
    }
    return ids;
  }
}
