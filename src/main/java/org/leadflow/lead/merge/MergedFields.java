package org.leadflow.lead.merge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.lead.LeadFields;

/**
 * What the fields of the master become when another lead is merged into it: its empty fields are
 * filled, what it knows stays unless somebody chooses the other's value, and a "no" of either side
 * is a no.
 */
public final class MergedFields {

  /** They tell of one submission and stay with it. */
  private static final Set<String> OF_THE_SUBMISSION =
      Set.of(
          "sourceSystem",
          "sourceKey",
          "overriddenCreatedOn",
          "relatedObjectId",
          "originatingCaseId");

  /** Half of one side and half of the other would be true of neither. */
  private static final List<Set<String>> TOGETHER =
      List.of(
          Set.of("consentOn", "consentText"),
          Set.of("customerId", "customerIdType"),
          Set.of("utmSource", "utmMedium", "utmCampaign"));

  private MergedFields() {}

  /** Which side a value comes from. */
  public enum Side {
    MASTER,
    OTHER,
    /** The stricter of both. */
    STRICTEST
  }

  /**
   * A field in which the two differ.
   *
   * @param taken whose value the master has afterwards
   */
  public record Choice(String field, @Nullable Object master, @Nullable Object other, Side taken) {

    /** Names the field only: what a log or an error shows must not be personal. */
    @Override
    public String toString() {
      return "choice of " + field;
    }
  }

  /** The fields of the master after the merge, and every field in which the two differ. */
  public record Result(LeadFields fields, List<Choice> choices) {}

  /** Whether a person may choose the other's value of this field. */
  public static boolean isOpenToChoice(String field) {
    return Records.component(LeadFields.class, field).isPresent()
        && !LeadFields.NO.containsKey(field)
        && !OF_THE_SUBMISSION.contains(field);
  }

  /**
   * @param chosen the fields in which the other's value is wanted
   */
  public static Result of(LeadFields master, LeadFields other, Set<String> chosen) {
    Map<String, @Nullable Object> ours = Records.values(master);
    Map<String, @Nullable Object> theirs = Records.values(other);
    Map<String, @Nullable Object> result = Records.values(master);
    List<Choice> choices = new ArrayList<>();
    for (String field : ours.keySet()) {
      Object our = ours.get(field);
      Object their = theirs.get(field);
      if (isSame(our, their) || OF_THE_SUBMISSION.contains(field)) {
        continue;
      }
      Side taken = side(field, ours, theirs, chosen);
      choices.add(new Choice(field, our, their, taken));
      if (taken == Side.OTHER) {
        result.put(field, their);
      } else if (taken == Side.STRICTEST) {
        result.put(field, LeadFields.NO.get(field));
      }
    }
    return new Result(Records.of(LeadFields.class, result), List.copyOf(choices));
  }

  /** The fields of the master with each "no" of the other. */
  static LeadFields strictest(LeadFields master, LeadFields other) {
    Map<String, @Nullable Object> result = Records.values(master);
    of(master, other, Set.of()).choices().stream()
        .filter(choice -> choice.taken() == Side.STRICTEST)
        .forEach(choice -> result.put(choice.field(), LeadFields.NO.get(choice.field())));
    return Records.of(LeadFields.class, result);
  }

  private static Side side(
      String field,
      Map<String, @Nullable Object> ours,
      Map<String, @Nullable Object> theirs,
      Set<String> chosen) {
    if (LeadFields.NO.containsKey(field)) {
      return Side.STRICTEST;
    }
    if (chosen.contains(field)) {
      return Side.OTHER;
    }
    boolean box = theirs.get(field) instanceof Boolean;
    boolean fills =
        box
            ? Boolean.TRUE.equals(theirs.get(field))
            : isEmpty(ours.get(field)) && !isEmpty(theirs.get(field));
    return fills && fits(field, ours, theirs) ? Side.OTHER : Side.MASTER;
  }

  /** Whether the other's value may stand beside what the master has already. */
  private static boolean fits(
      String field, Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {
    for (Set<String> group : TOGETHER) {
      if (group.contains(field)) {
        return group.stream().allMatch(part -> isEmpty(ours.get(part)));
      }
    }
    if (LeadFields.AMOUNTS.contains(field)) {
      return LeadFields.AMOUNTS.stream().allMatch(part -> isEmpty(ours.get(part)))
          || Objects.equals(ours.get("transactionCurrencyId"), theirs.get("transactionCurrencyId"));
    }
    return !field.startsWith("address")
        || ours.keySet().stream()
            .filter(part -> part.startsWith(field.substring(0, "address1".length())))
            .noneMatch(part -> contradict(ours.get(part), theirs.get(part)));
  }

  private static boolean contradict(@Nullable Object our, @Nullable Object their) {
    return !isEmpty(our)
        && !isEmpty(their)
        && !our.toString().strip().equalsIgnoreCase(their.toString().strip());
  }

  private static boolean isSame(@Nullable Object our, @Nullable Object their) {
    return our instanceof BigDecimal one && their instanceof BigDecimal two
        ? one.compareTo(two) == 0
        : Objects.equals(our, their);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.toString().isBlank();
  }
}
