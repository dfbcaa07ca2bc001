package org.leadflow.qualification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Opportunity;

/** What a lead can become, in the order in which it is made. */
public enum RecordType {
  ACCOUNT(Account.class),
  CONTACT(Contact.class),
  OPPORTUNITY(Opportunity.class);

  private final Class<? extends Record> type;

  RecordType(Class<? extends Record> type) {
    this.type = type;
  }

  Class<? extends Record> type() {
    return type;
  }

  /** As the API writes it: {@code account}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #word} writes. */
  @JsonCreator
  public static RecordType of(String word) {
    for (RecordType type : values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("must be account, contact or opportunity");
  }
}
