package org.leadflow.lead.again;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.lead.ChangedSince;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;

/** What is new in a lead that is sent again. */
final class News {

  /** Told once, with the new lead. */
  private static final Set<String> ONCE =
      Set.of("sourceSystem", "sourceKey", "relatedObjectId", "overriddenCreatedOn");

  private News() {}

  /** What was sent and is not on the lead already, by the names of the fields. */
  static Map<String, Object> of(Lead lead, LeadFields sent, Set<String> given) {
    Map<String, @Nullable Object> now = Records.values(lead.fields());
    Map<String, Object> news = new LinkedHashMap<>();
    Records.values(sent)
        .forEach(
            (field, value) -> {
              boolean empty = value == null || value.toString().isBlank();
              boolean lifted =
                  LeadFields.NO.containsKey(field) && !LeadFields.NO.get(field).equals(value);
              if (given.contains(field)
                  && !ONCE.contains(field)
                  && !empty
                  && !lifted
                  && !same(now.get(field), value)) {
                news.put(field, value);
              }
            });
    return news;
  }

  /** Each no that was sent and that the lead has already. */
  static Set<String> knownNoes(Lead lead, LeadFields sent, Set<String> given) {
    Map<String, @Nullable Object> now = Records.values(lead.fields());
    Map<String, @Nullable Object> said = Records.values(sent);
    Set<String> known = new HashSet<>(given);
    known.removeIf(
        field -> {
          Boolean no = LeadFields.NO.get(field);
          return no == null || !no.equals(said.get(field)) || !no.equals(now.get(field));
        });
    return known;
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one instanceof BigDecimal number && other instanceof BigDecimal another
        ? number.compareTo(another) == 0
        : Objects.equals(one, other);
  }

  /** The source said the same before it was changed. */
  static boolean isOld(Map.Entry<String, Object> sent, Map<String, ChangedSince> since) {
    ChangedSince changed = since.get(sent.getKey());
    if (changed == null || changed.said() == null) {
      return false;
    }
    String before = changed.said();
    return sent.getValue() instanceof BigDecimal number
        ? number.compareTo(new BigDecimal(before)) == 0
        : sent.getValue().toString().equals(before);
  }
}
