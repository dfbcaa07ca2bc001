package org.leadflow.qualification;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.qualification.Conversion.Step;

/** A short text that is the same for the same plan: what is created, linked and filled. */
final class PlanToken {

  /** Differ from one making of the same plan to the next. */
  private static final Set<String> FRESH =
      Set.of(
          "accountId",
          "contactId",
          "opportunityId",
          "parentAccountId",
          "parentContactId",
          "customerId",
          "createdOn");

  private static final int DIGITS = 32;

  private PlanToken() {}

  static String of(Planned<?>... records) {
    String text = Stream.of(records).map(PlanToken::text).collect(Collectors.joining("\n"));
    return DigestUtils.sha256Hex(text).substring(0, DIGITS);
  }

  private static String text(Planned<?> planned) {
    if (planned.step() != Step.CREATE) {
      // An existing record counts with its version: whoever changes it changes the plan.
      return planned.type()
          + " "
          + planned.step()
          + " "
          + planned.id()
          + " "
          + values(planned.before())
          + " "
          + planned.filled().stream().map(filled -> filled.field()).toList();
    }
    return planned.type() + " CREATE " + values(planned.after());
  }

  private static Map<String, @Nullable Object> values(@Nullable Record record) {
    Map<String, @Nullable Object> values =
        new TreeMap<>(record == null ? Map.of() : Records.values(record));
    values.keySet().removeAll(FRESH);
    return values;
  }
}
