package org.leadflow.intake.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.intake.csv.Detection.Asked;

/** What somebody wants instead of what is found in the file; null where he leaves it to us. */
public record Reading(
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable Boolean header,
    CsvSettings.@Nullable Dates dates,
    CsvSettings.@Nullable Decimal decimal,
    @Nullable Integer above) {

  private static final int MOST_ABOVE = 50;

  /** As the file itself says. */
  public static final Reading AS_FOUND = new Reading(null, null, null, null, null, null, null);

  /** The encodings that can be asked for, the usual one first. */
  public static List<String> encodings() {
    return Encoding.TAKEN.stream().map(Charset::name).toList();
  }

  Asked asked() {
    List<FieldFault> faults = new ArrayList<>();
    if (charset != null && Encoding.named(charset).isEmpty()) {
      faults.add(new FieldFault("charset", "must be one of " + String.join(", ", encodings())));
    }
    String between = delimiter == null ? null : delimiter.replace("\\t", "\t").replace("tab", "\t");
    if (between != null && (between.length() != 1 || "\"\r\n".contains(between))) {
      faults.add(new FieldFault("delimiter", "must be one character, or tab"));
    }
    if (quote != null && !List.of("", "none", "\"", "'").contains(quote)) {
      faults.add(new FieldFault("quote", "must be \", ' or none"));
    }
    if (above != null && (above < 0 || above > MOST_ABOVE)) {
      faults.add(new FieldFault("above", "must be a number from 0 to " + MOST_ABOVE));
    }
    Refused.ifAny(faults);
    return new Asked(
        charset, between, "none".equals(quote) ? "" : quote, header, dates, decimal, above, null);
  }
}
