package org.leadflow.intake.csv;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The headings that other systems write above a field, see {@link KnownHeadings}. */
final class Headings {

  /**
   * Above the column that tells why a row was rejected, in the files that this product hands out.
   */
  static final String REJECTED_BECAUSE = "Rejected because";

  /** What stands for a column that is known and of no use here. */
  static final String LEFT_OUT = "leftOut";

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NO =
      Pattern.compile(
          "(?i)opt(ed)?[ _-]?out|unsubscri|do[ _]?not|don't|no[ _-]?(e-?mail|call|phone|contact|marketing)"
              + "|\\bdnc\\b|nicht|abgemeldet|widerspr|sperr|désinscri|désabonn|refus");
  private static final Set<String> SAYING_YES =
      Set.of("sendmarketingmaterials", "marketingmaterialsenden", "marketingmaterialiensenden");
  private static final Set<String> STATES =
      Set.of(
          "status", "leadstatus", "hsleadstatus", "statut", "converted", "isconverted", "deleted");
  private static final Map<String, String> FIELDS = read();

  private Headings() {}

  /** Empty for a heading nobody knows; {@link #LEFT_OUT} for one that is known to be of no use. */
  static Optional<String> field(String heading) {
    return Optional.ofNullable(FIELDS.get(folded(heading)));
  }

  /** Whether it looks as if people said no in this column, and nobody knows it. */
  static boolean isUnknownNo(String heading) {
    return field(heading).isEmpty() && NO.matcher(heading).find();
  }

  /** Whether a yes in the column allows what the field of the column forbids. */
  static boolean saysYes(String heading) {
    return SAYING_YES.contains(folded(heading));
  }

  /** Whether the column tells how far a lead was elsewhere. */
  static boolean isState(String heading) {
    return STATES.contains(folded(heading));
  }

  /** Without case, spaces and punctuation. */
  static String folded(String heading) {
    return NO_LETTER.matcher(heading).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> read() {
    Map<String, String> fields = new LinkedHashMap<>();
    Fields.all().forEach(field -> fields.put(folded(field.name()), field.name()));
    KnownHeadings.ALL.forEach(
        (field, headings) -> headings.forEach(heading -> fields.put(folded(heading), field)));
    return fields;
  }
}
