package org.leadflow.organization;

import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts an organisation file into the database: creates what is new, changes what is there, takes
 * nothing away.
 */
@Component
class OrganizationImport {

  private final JdbcClient jdbc;
  private final Organization organization;
  private final OrganizationChanges changes;
  private final CurrencyChanges currencies;
  private final TransactionTemplate attempt;

  OrganizationImport(
      JdbcClient jdbc,
      Organization organization,
      OrganizationChanges changes,
      CurrencyChanges currencies,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.changes = changes;
    this.currencies = currencies;
    this.attempt = new TransactionTemplate(transactions);
    this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** All of it or nothing, in one transaction. */
  @Transactional
  public void put(OrganizationFile file) {
    List<BusinessUnit> standing = organization.units();
    file.units().forEach(changes::save);
    file.partners().forEach(changes::save);
    standing.stream()
        .filter(unit -> unit.parentId() == null && !unit.id().equals(file.root().id()))
        .forEach(unit -> replaceRoot(unit, file.root()));
    file.teams().forEach(changes::save);
    file.users().forEach(changes::save);
    currencies.put(file.currencies());
    file.members().forEach((team, users) -> users.forEach(user -> changes.join(user, team)));
  }

  /**
   * Everything of the old root moves to the new one; a root that records still name stays below it.
   */
  private void replaceRoot(BusinessUnit old, BusinessUnit root) {
    organization.units().stream()
        .filter(unit -> old.id().equals(unit.parentId()))
        .forEach(unit -> changes.save(new BusinessUnit(unit.id(), unit.name(), root.id())));
    organization.partners().stream()
        .filter(partner -> partner.businessUnitId().equals(old.id()))
        .forEach(
            partner -> changes.save(new ChannelPartner(partner.id(), partner.name(), root.id())));
    organization.teams().stream()
        .filter(team -> team.businessUnitId().equals(old.id()))
        .forEach(
            team -> changes.save(new Team(team.id(), team.name(), root.id(), team.partnerId())));
    organization.users().stream()
        .filter(user -> user.businessUnitId().equals(old.id()))
        .forEach(user -> changes.save(user.in(root.id())));
    changes.save(new BusinessUnit(old.id(), old.name(), root.id()));
    try {
      attempt.executeWithoutResult(
          nested -> jdbc.sql("delete from business_unit where id = ?").param(old.id()).update());
    } catch (DataIntegrityViolationException stillNamed) {
      // Leads or accounts belong to it: it stays where it was just put.
    }
  }
}
