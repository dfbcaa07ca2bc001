package org.leadflow.qualification;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.core.Remembered;
import org.leadflow.lead.LeadFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The map by which leads become accounts, contacts and opportunities: data that an administrator
 * reads and changes. A change is used by all nodes within seconds.
 */
@Service
public class FieldMappings {

  /** What the product itself decides; opt-outs are among them because they are never a choice. */
  private static final Set<String> OURS =
      Set.of(
          "accountId",
          "contactId",
          "opportunityId",
          "version",
          "stateCode",
          "statusCode",
          "stage",
          "parentAccountId",
          "parentContactId",
          "customerId",
          "customerIdType",
          "transactionCurrencyId",
          "actualAmount",
          "actualCloseDate",
          "closingComment",
          "originatingLeadId",
          "ownerUser",
          "ownerTeam",
          "owningBusinessUnit",
          "owningPartner",
          "createdOn",
          "createdBy");

  private static final Map<RecordType, String> REQUIRED =
      Map.of(
          RecordType.ACCOUNT, "name",
          RecordType.CONTACT, "lastName",
          RecordType.OPPORTUNITY, "name");

  private final JdbcClient jdbc;
  private final Remembered<List<FieldMapping>> remembered;

  FieldMappings(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.remembered = new Remembered<>(this::all);
  }

  /** Every row, by record and field. */
  public List<FieldMapping> all() {
    return jdbc.sql("SELECT * FROM field_mapping ORDER BY record_type, field")
        .query(
            (row, number) ->
                new FieldMapping(
                    RecordType.valueOf(row.getString("record_type")),
                    row.getString("field"),
                    row.getString("lead_field")))
        .list();
  }

  List<FieldMapping> of(RecordType type) {
    return remembered.get().stream().filter(row -> row.recordType() == type).toList();
  }

  /**
   * Replaces the whole map, or changes nothing and answers what is wrong, by the row's place in the
   * list.
   */
  @Transactional
  public List<FieldFault> replace(List<FieldMapping> rows) {
    List<FieldFault> faults = faults(rows);
    if (faults.isEmpty()) {
      jdbc.sql("DELETE FROM field_mapping").update();
      rows.forEach(
          row ->
              jdbc.sql(
                      "INSERT INTO field_mapping (record_type, field, lead_field) VALUES (?, ?, ?)")
                  .params(row.recordType().name(), row.field(), row.leadField())
                  .update());
    }
    return faults;
  }

  private static List<FieldFault> faults(List<FieldMapping> rows) {
    List<FieldFault> faults = new ArrayList<>();
    Set<String> mapped = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      FieldMapping row = rows.get(i);
      String place = "mappings[" + i + "]";
      Optional<RecordComponent> to =
          OURS.contains(row.field()) || LeadFields.OPT_OUTS.contains(row.field())
              ? Optional.empty()
              : Records.component(row.recordType().type(), row.field());
      Optional<RecordComponent> from = Records.component(LeadFields.class, row.leadField());
      if (to.isEmpty()) {
        faults.add(
            new FieldFault(
                place + ".field",
                "must be a field of the " + row.recordType().word() + " that can be mapped"));
      } else if (!mapped.add(row.recordType() + "." + row.field())) {
        faults.add(new FieldFault(place + ".field", "is mapped twice"));
      }
      if (from.isEmpty()) {
        faults.add(new FieldFault(place + ".leadField", "must be a field of the lead"));
      } else if (to.isPresent() && to.get().getType() != from.get().getType()) {
        faults.add(
            new FieldFault(
                place + ".leadField",
                "is of another kind than " + row.recordType().word() + "." + row.field()));
      }
    }
    REQUIRED.forEach(
        (type, field) -> {
          if (!mapped.contains(type + "." + field)) {
            faults.add(new FieldFault("mappings", "need a row for " + type.word() + "." + field));
          }
        });
    return faults;
  }

  /** How long a text the field takes; empty when it is no text or has no limit. */
  static Optional<Integer> longest(RecordType type, String field) {
    return Records.longest(type.type(), field);
  }
}
