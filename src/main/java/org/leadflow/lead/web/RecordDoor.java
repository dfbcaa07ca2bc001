package org.leadflow.lead.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Owned;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Pursuit;
import org.leadflow.lead.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to what belongs to an opportunity, account or contact. Work is done in one transaction in
 * which nobody else changes or deletes the record.
 */
@Component
class RecordDoor {

  private final Customers customers;
  private final Pursuit pursuit;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RecordDoor(
      Customers customers,
      Pursuit pursuit,
      Permissions permissions,
      CurrentCaller callers,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.customers = customers;
    this.pursuit = pursuit;
    this.permissions = permissions;
    this.callers = callers;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** The id of a record that the caller may read. */
  UUID readable(RecordKind kind, UUID id) {
    require(kind, id, Privilege.READ);
    return id;
  }

  /** Works on a record when the caller may attach something to it. */
  <T> T with(RecordKind kind, UUID id, Supplier<T> work) {
    return transaction.execute(
        status -> {
          jdbc.sql(
                  "SELECT version FROM %s WHERE %s = ? FOR UPDATE"
                      .formatted(kind.table(), kind.idColumn()))
              .param(id)
              .query(Long.class)
              .optional();
          require(kind, id, Privilege.APPEND);
          return work.get();
        });
  }

  private void require(RecordKind kind, UUID id, Privilege privilege) {
    permissions.require(callers.get(), privilege, kind.entityType(), id, find(kind, id));
  }

  private Optional<? extends Owned> find(RecordKind kind, UUID id) {
    return switch (kind) {
      case OPPORTUNITY -> pursuit.find(id);
      case ACCOUNT -> customers.account(id);
      case CONTACT -> customers.contact(id);
    };
  }
}
