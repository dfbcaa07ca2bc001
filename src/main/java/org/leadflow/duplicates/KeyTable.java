package org.leadflow.duplicates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.lead.Lead;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the keys of records stand; they go with the record by a foreign key. */
@Component
class KeyTable {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;

  KeyTable(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Writes the keys of records that have none yet, in one statement. */
  void add(Owner owner, List<Keyed> records) {
    List<Object[]> rows = new ArrayList<>();
    for (Keyed record : records) {
      for (Key key : record.keys()) {
        rows.add(
            new Object[] {
              key.kind().name(),
              key.content(),
              record.createdOn().atOffset(ZoneOffset.UTC),
              record.id()
            });
      }
    }
    if (!rows.isEmpty()) {
      batch.batchUpdate(
          "INSERT INTO "
              + owner.table
              + " (kind, content, created_on, "
              + owner.id
              + ") VALUES (?, ?, ?, ?)",
          rows);
    }
  }

  /** Replaces the keys of records, in two statements. */
  void replace(Owner owner, List<Keyed> records) {
    if (!records.isEmpty()) {
      jdbc.sql("DELETE FROM " + owner.table + " WHERE " + owner.id + " IN (:ids)")
          .param("ids", records.stream().map(Keyed::id).toList())
          .update();
    }
    add(owner, records);
  }

  /** Takes the keys of a record away by which it is recognised; it is still found by its words. */
  void remove(Owner owner, UUID id) {
    jdbc.sql("DELETE FROM " + owner.table + " WHERE " + owner.id + " = ? AND kind <> 'WORD'")
        .param(id)
        .update();
  }

  /** A record with its keys. */
  record Keyed(UUID id, Instant createdOn, Set<Key> keys) {

    static Keyed of(Account account) {
      return new Keyed(account.accountId(), account.createdOn(), Keys.of(account));
    }

    static Keyed of(Contact contact) {
      return new Keyed(contact.contactId(), contact.createdOn(), Keys.of(contact));
    }

    static Keyed of(Lead lead) {
      return new Keyed(lead.leadId(), lead.createdOn(), Keys.of(lead.fields()));
    }
  }

  /** Whose keys a table holds. */
  enum Owner {
    ACCOUNT("account_key", "account_id"),
    CONTACT("contact_key", "contact_id"),
    LEAD("lead_key", "lead_id");

    final String table;
    final String id;

    Owner(String table, String id) {
      this.table = table;
      this.id = id;
    }
  }
}
