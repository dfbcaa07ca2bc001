package org.leadflow.duplicates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LinkRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells which existing accounts and contacts would be duplicated by making new ones. */
@Service
public class Duplicates implements LinkRule {

  private static final int MOST = 20;

  private final Blocks blocks;
  private final KeyLocks locks;

  Duplicates(Blocks blocks, KeyLocks locks) {
    this.blocks = blocks;
    this.locks = locks;
  }

  /**
   * The accounts that an account made from these fields would duplicate: exact ones first, then by
   * similarity of the name, then the newest; at most 20. Empty when there is no company name.
   */
  public List<Match> accountsLike(LeadFields fields) {
    return fields.companyName() == null ? List.of() : accountsAbout(fields);
  }

  /**
   * The accounts a lead may be about: the same, and where the lead names no company, those its
   * website and mail tell of.
   */
  public List<Match> accountsAbout(LeadFields fields) {
    return accounts(fields).limit(MOST).toList();
  }

  /**
   * The contacts that a contact made from these fields would duplicate, in the same order; at most
   * 20.
   *
   * @param accountId the account the contact would belong to, null when that is a new one or none
   */
  public List<Match> contactsLike(LeadFields fields, @Nullable UUID accountId) {
    return contacts(fields, accountId).limit(MOST).toList();
  }

  @Override
  public boolean isLikeAccount(LeadFields fields, UUID accountId) {
    return accounts(fields).anyMatch(match -> match.id().equals(accountId));
  }

  @Override
  public boolean isLikeContact(LeadFields fields, UUID contactId) {
    return contacts(fields, fields.parentAccountId())
        .anyMatch(match -> match.id().equals(contactId));
  }

  /**
   * Locks the match keys of these fields until the transaction ends. Whoever locks one of the same
   * keys meanwhile waits, and sees afterwards what this transaction stored. Two callers never wait
   * for each other, whatever their keys, as long as each holds the records it works on before it
   * comes here, and comes once.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(LeadFields fields) {
    Set<Key> keys = new HashSet<>(Keys.accountOf(fields));
    keys.addAll(Keys.contactOf(fields, fields.parentAccountId()));
    locks.hold(keys);
  }

  private Stream<Match> accounts(LeadFields fields) {
    var rules = new AccountRules(fields);
    return Found.matches(EntityType.ACCOUNT, blocks.accounts(Keys.accountOf(fields), rules::judge));
  }

  private Stream<Match> contacts(LeadFields fields, @Nullable UUID accountId) {
    var rules = new ContactRules(fields);
    return Found.matches(
        EntityType.CONTACT, blocks.contacts(Keys.contactOf(fields, accountId), rules::judge));
  }
}
