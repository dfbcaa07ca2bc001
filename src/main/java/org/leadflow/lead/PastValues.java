package org.leadflow.lead;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.springframework.stereotype.Component;

/** Finds the fields of a lead as they were before one line of its trail. */
@Component
public class PastValues {

  /** Reads texts as what they were; the mapper of requests refuses that, and rightly. */
  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private final LeadChanges changes;

  PastValues(LeadChanges changes) {
    this.changes = changes;
  }

  /**
   * The fields with that change taken back, where nobody has changed them since and their source
   * did not say the same.
   */
  public LeadFields before(Lead lead, int seq) {
    Map<String, @Nullable Object> values = Records.values(lead.fields());
    Map<String, @Nullable Object> past = new HashMap<>();
    for (LeadChanges.Told told : changes.of(lead.leadId(), seq, Integer.MAX_VALUE)) {
      AuditLine.Change change = told.change();
      String now = FieldChanges.asText(values.get(change.field()));
      if (told.seq() == seq && Objects.equals(now, change.to())) {
        past.put(change.field(), change.from());
      } else if (Objects.equals(change.from(), change.to())) {
        // Its source has said the same since.
        past.remove(change.field());
      }
    }
    LeadFields typed = JSON.convertValue(past, LeadFields.class);
    Map<String, @Nullable Object> read = Records.values(typed);
    past.keySet().forEach(field -> values.put(field, read.get(field)));
    return Records.of(LeadFields.class, values);
  }
}
