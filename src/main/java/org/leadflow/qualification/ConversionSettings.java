package org.leadflow.qualification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.core.Remembered;
import org.leadflow.lead.LeadFields;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What units decided about qualifying their leads. The settings of the topmost unit are those of
 * the organisation: "create account, contact and opportunity by default". A change is used by all
 * nodes within seconds.
 */
@Service
public class ConversionSettings {

  private final JdbcClient jdbc;
  private final Organization organization;
  private final Remembered<Map<String, ConversionDefaults>> inForce;

  ConversionSettings(JdbcClient jdbc, Organization organization) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.inForce = new Remembered<>(this::ofEveryUnit);
  }

  /** What holds for the leads of a unit; nothing in it is null. */
  public ConversionDefaults inForce(String unitId) {
    return inForce.get().getOrDefault(unitId, ConversionDefaults.NOTHING_SAID);
  }

  /** Whether a person is asked each time for at least one kind of record. */
  public boolean asks(String unitId) {
    ConversionDefaults inForce = inForce(unitId);
    return !Arrays.stream(RecordType.values()).allMatch(inForce::creates);
  }

  /** What the unit itself decided; all null when nothing. */
  public ConversionDefaults own(String unitId) {
    return stored().getOrDefault(unitId, new ConversionDefaults(null, null, null, null));
  }

  /** Stores what an existing unit decides, or answers what is wrong and stores nothing. */
  @Transactional
  public List<FieldFault> decide(String unitId, ConversionDefaults settings) {
    List<String> fields = settings.requiredFields();
    if (fields != null) {
      List<FieldFault> faults =
          fields.stream()
              .filter(field -> Records.component(LeadFields.class, field).isEmpty())
              .map(field -> new FieldFault("requiredFields", "a lead has no field " + field))
              .toList();
      if (!faults.isEmpty()) {
        return faults;
      }
    }
    jdbc.sql("DELETE FROM conversion_setting WHERE business_unit = ?").param(unitId).update();
    jdbc.sql(
            """
            INSERT INTO conversion_setting (business_unit, create_account, create_contact, create_opportunity,
              required_fields) VALUES (?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                unitId,
                settings.createAccount(),
                settings.createContact(),
                settings.createOpportunity(),
                fields == null ? null : String.join(" ", fields)))
        .update();
    return List.of();
  }

  private Map<String, ConversionDefaults> ofEveryUnit() {
    Map<String, ConversionDefaults> stored = stored();
    Map<String, BusinessUnit> units =
        organization.units().stream().collect(Collectors.toMap(BusinessUnit::id, unit -> unit));
    return units.keySet().stream()
        .collect(Collectors.toMap(id -> id, id -> inherited(id, units, stored)));
  }

  private static ConversionDefaults inherited(
      @Nullable String unitId,
      Map<String, BusinessUnit> units,
      Map<String, ConversionDefaults> stored) {
    if (unitId == null) {
      return ConversionDefaults.NOTHING_SAID;
    }
    ConversionDefaults above = inherited(units.get(unitId).parentId(), units, stored);
    return Optional.ofNullable(stored.get(unitId)).map(own -> own.orElse(above)).orElse(above);
  }

  private Map<String, ConversionDefaults> stored() {
    return jdbc
        .sql("SELECT * FROM conversion_setting")
        .query((row, number) -> Map.entry(row.getString("business_unit"), read(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ConversionDefaults read(ResultSet row) throws SQLException {
    String fields = row.getString("required_fields");
    return new ConversionDefaults(
        (Boolean) row.getObject("create_account"),
        (Boolean) row.getObject("create_contact"),
        (Boolean) row.getObject("create_opportunity"),
        fields == null
            ? null
            : Arrays.stream(fields.split(" ")).filter(field -> !field.isEmpty()).toList());
  }
}
