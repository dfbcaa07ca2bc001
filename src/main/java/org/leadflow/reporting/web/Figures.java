package org.leadflow.reporting.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;

/**
 * Says numbers as people read them.
 *
 * @param currency of amounts, null when there are none
 * @param unit in which times are drawn
 */
record Figures(@Nullable String currency, Unit unit) {

  /** A unit of time. */
  enum Unit {
    SECONDS(1),
    MINUTES(60),
    HOURS(3600),
    DAYS(86400);

    private final int seconds;

    Unit(int seconds) {
      this.seconds = seconds;
    }
  }

  /** The largest unit in which the longest of these times is at least three. */
  static Unit unit(Stream<Integer> times) {
    int longest = times.max(Integer::compareTo).orElse(0);
    Unit unit = Unit.SECONDS;
    for (Unit each : Unit.values()) {
      unit = longest >= 3 * each.seconds ? each : unit;
    }
    return unit;
  }

  String label(Column column) {
    return column.kind() == Kind.MONEY ? column.label() + " (" + currency + ")" : column.label();
  }

  String series(Column column) {
    return switch (column.kind()) {
      case RATIO -> column.label() + " (%)";
      case TIME -> column.label() + " (" + unit.name().toLowerCase(Locale.ROOT) + ")";
      default -> label(column);
    };
  }

  String text(Kind kind, @Nullable Object value) {
    if (value == null) {
      return "–";
    }
    return switch (kind) {
      case TEXT -> value.toString();
      case COUNT -> String.format(Locale.ENGLISH, "%,d", ((Number) value).longValue());
      case PARTS -> parts((BigDecimal) value);
      case MONEY -> String.format(Locale.ENGLISH, "%,.2f", (BigDecimal) value);
      case RATIO -> percent((BigDecimal) value) + " %";
      case TIME -> time(((Number) value).longValue());
    };
  }

  /** The number that is drawn; null when there is none. */
  @Nullable String drawn(Kind kind, @Nullable Object value) {
    if (value == null || kind == Kind.TEXT) {
      return null;
    }
    return switch (kind) {
      case RATIO -> percent((BigDecimal) value).toPlainString();
      case TIME ->
          BigDecimal.valueOf(((Number) value).longValue())
              .divide(BigDecimal.valueOf(unit.seconds), 2, RoundingMode.HALF_UP)
              .toPlainString();
      default -> value.toString();
    };
  }

  private static BigDecimal percent(BigDecimal ratio) {
    return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
  }

  private static String parts(BigDecimal number) {
    BigDecimal rounded = number.setScale(1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().scale() <= 0
        ? String.format(Locale.ENGLISH, "%,d", rounded.longValue())
        : String.format(Locale.ENGLISH, "%,.1f", rounded);
  }

  /** The two largest units that count, such as 2 h 46 min. */
  private static String time(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return two(seconds, 60, "min", 1, "s");
    }
    return seconds < 86400
        ? two(seconds, 3600, "h", 60, "min")
        : two(seconds, 86400, "d", 3600, "h");
  }

  private static String two(long seconds, long large, String first, long small, String second) {
    long rest = seconds % large / small;
    return seconds / large + " " + first + (rest == 0 ? "" : " " + rest + " " + second);
  }
}
