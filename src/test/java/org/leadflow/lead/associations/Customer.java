package org.leadflow.lead.associations;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customer records of a seller that came from no lead. */
record Customer(JdbcClient jdbc, String seller) {

  UUID account() {
    return insert(
        """
        INSERT INTO account (account_id, version, name, owner_user, owning_business_unit, created_on, created_by)
        SELECT CAST(? AS uuid), 0, 'Known since long', id, business_unit_id, CURRENT_TIMESTAMP, 'test'
        FROM app_user WHERE id = ?
        """);
  }

  UUID contact() {
    return insert(
        """
        INSERT INTO contact (contact_id, version, last_name, owner_user, owning_business_unit, created_on, created_by)
        SELECT CAST(? AS uuid), 0, 'Known', id, business_unit_id, CURRENT_TIMESTAMP, 'test'
        FROM app_user WHERE id = ?
        """);
  }

  private UUID insert(String statement) {
    UUID id = UUID.randomUUID();
    jdbc.sql(statement).params(id, seller).update();
    return id;
  }
}
