package org.leadflow.customer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer records: accounts and contacts are kept, opportunities are read here and moved by
 * {@link Pursuit}.
 */
@Service
public class Customers {

  private final Accounts accounts;
  private final Contacts contacts;
  private final JdbcAggregateTemplate template;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Customers(
      Accounts accounts,
      Contacts contacts,
      JdbcAggregateTemplate template,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.template = template;
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Stores a new account, its id given by the caller. */
  @Transactional
  public Account open(Account account) {
    return saved(account);
  }

  /** Stores a new contact, its id given by the caller. */
  @Transactional
  public Contact open(Contact contact) {
    return saved(contact);
  }

  /** Stores a changed account; somebody else's change in between fails it. */
  @Transactional
  public Account change(Account account) {
    return saved(account);
  }

  /** Stores a changed contact; somebody else's change in between fails it. */
  @Transactional
  public Contact change(Contact contact) {
    return saved(contact);
  }

  /** Removes an account that nothing refers to; somebody else's change in between fails it. */
  @Transactional
  public void remove(Account account) {
    accounts.delete(account);
  }

  /** Removes a contact that nothing refers to; somebody else's change in between fails it. */
  @Transactional
  public void remove(Contact contact) {
    contacts.delete(contact);
  }

  /**
   * The account as it stands once every other transaction at work on it has ended; nobody else
   * changes or removes it before this transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Account> lockedAccount(UUID accountId) {
    jdbc.sql("SELECT version FROM account WHERE account_id = ? FOR UPDATE")
        .param(accountId)
        .query(Long.class)
        .optional();
    return account(accountId);
  }

  /** The same for a contact. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Contact> lockedContact(UUID contactId) {
    jdbc.sql("SELECT version FROM contact WHERE contact_id = ? FOR UPDATE")
        .param(contactId)
        .query(Long.class)
        .optional();
    return contact(contactId);
  }

  public Optional<Account> account(UUID accountId) {
    return accounts.findById(accountId);
  }

  public Optional<Contact> contact(UUID contactId) {
    return contacts.findById(contactId);
  }

  /** Every way to save an account goes through here, so that all who keep something of it hear. */
  private Account saved(Account account) {
    Account stored = accounts.save(account);
    events.publishEvent(new CustomerEvent.AccountSaved(stored.accountId()));
    return stored;
  }

  private Contact saved(Contact contact) {
    Contact stored = contacts.save(contact);
    events.publishEvent(new CustomerEvent.ContactSaved(stored.contactId()));
    return stored;
  }

  /** One page of the accounts, contacts or opportunities that fit. */
  public <T> Page<T> page(Class<T> type, Criteria criteria, Pageable page) {
    Query query = Query.query(criteria);
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), type), page, () -> template.count(query, type));
  }
}
