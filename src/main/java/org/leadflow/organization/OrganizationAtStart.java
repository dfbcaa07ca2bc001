package org.leadflow.organization;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes sure that the organisation is there and somebody can log in.
 *
 * <p>Runs when every bean exists, so that all listeners hear of it, and before the web port opens.
 * One transaction: a start that fails here leaves the database as it was.
 */
@Component
class OrganizationAtStart implements SmartInitializingSingleton {

  private final JdbcClient jdbc;
  private final ConfiguredFile file;
  private final Administrator administrator;
  private final TransactionTemplate transaction;

  OrganizationAtStart(
      JdbcClient jdbc,
      ConfiguredFile file,
      Administrator administrator,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.file = file;
    this.administrator = administrator;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          waitForOtherNodes();
          file.importWhileEmpty();
          administrator.save();
        });
  }

  /** Nodes that start together come through here one by one, so that one of them imports. */
  private void waitForOtherNodes() {
    jdbc.sql("select id from team where id = ? for update")
        .param(Organization.INTAKE_TEAM)
        .query(String.class)
        .single();
  }
}
