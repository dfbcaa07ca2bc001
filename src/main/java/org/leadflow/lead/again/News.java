package org.leadflow.lead.again;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
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
              boolean lifted = LeadFields.OPT_OUTS.contains(field) && Boolean.FALSE.equals(value);
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

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one instanceof BigDecimal number && other instanceof BigDecimal another
        ? number.compareTo(another) == 0
        : Objects.equals(one, other);
  }

  /** The source said the same before somebody changed it by hand. */
  static boolean isOld(Map.Entry<String, Object> sent, Map<String, @Nullable String> byHand) {
    String before = byHand.get(sent.getKey());
    if (before == null) {
      return false;
    }
    return sent.getValue() instanceof BigDecimal number
        ? number.compareTo(new BigDecimal(before)) == 0
        : sent.getValue().toString().equals(before);
  }
}
