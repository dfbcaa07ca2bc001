package org.leadflow.duplicates;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.leadflow.core.Ids;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.lead.LeadFields;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customer records of a seller, written with the fields a test is about. */
public record KnownCustomers(
    ObjectMapper json, Customers customers, JdbcClient jdbc, String seller) {

  public UUID account(Object... fields) {
    Map<String, Object> record = owned(fields);
    UUID id = Ids.next();
    record.put("accountId", id);
    return customers.open(json.convertValue(record, Account.class)).accountId();
  }

  public UUID contact(Object... fields) {
    Map<String, Object> record = owned(fields);
    record.put("contactId", Ids.next());
    return customers.open(json.convertValue(record, Contact.class)).contactId();
  }

  /** The fields of a lead; a topic and a last name are there. */
  public LeadFields lead(Object... fields) {
    Map<String, Object> record = new TreeMap<>(Map.of("subject", "Counted", "lastName", "Nobody"));
    put(record, fields);
    return json.convertValue(record, LeadFields.class);
  }

  private Map<String, Object> owned(Object... fields) {
    Map<String, Object> record = new TreeMap<>();
    record.put("ownerUser", seller);
    record.put(
        "owningBusinessUnit",
        jdbc.sql("SELECT business_unit_id FROM app_user WHERE id = ?")
            .param(seller)
            .query(String.class)
            .single());
    record.put("createdOn", Instant.now());
    record.put("createdBy", "test");
    put(record, fields);
    return record;
  }

  private static void put(Map<String, Object> record, Object... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      record.put((String) fields[i], fields[i + 1]);
    }
  }
}
