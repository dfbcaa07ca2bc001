package org.leadflow.organization;

import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a new root unit in the place of the one that stands there. */
@Component
class RootReplacement {

  private final JdbcClient jdbc;
  private final Organization organization;
  private final OrganizationChanges changes;
  private final TransactionTemplate attempt;

  RootReplacement(
      JdbcClient jdbc,
      Organization organization,
      OrganizationChanges changes,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.changes = changes;
    this.attempt = new TransactionTemplate(transactions);
    this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Everything of another root that stood there moves to this one; a root that records still name
   * stays below it.
   */
  void replace(List<BusinessUnit> standing, BusinessUnit root) {
    standing.stream()
        .filter(unit -> unit.parentId() == null && !unit.id().equals(root.id()))
        .forEach(unit -> replace(unit, root));
  }

  private void replace(BusinessUnit old, BusinessUnit root) {
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
