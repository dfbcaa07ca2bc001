package org.leadflow.intake.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;

/**
 * Turns the text of a cell into the value of a field, or says why it is none. Nothing is guessed:
 * what could be read two ways is refused.
 */
final class Cell {

  private static final Set<String> YES =
      Set.of(
          "yes",
          "true",
          "1",
          "y",
          "x",
          "ja",
          "wahr",
          "on",
          "checked",
          "oui",
          "vrai",
          "do not allow",
          "nicht zulassen",
          "do not send",
          "nicht senden");
  private static final Set<String> SENDING =
      Set.of(
          "send",
          "do not send",
          "senden",
          "nicht senden",
          "allow",
          "do not allow",
          "zulassen",
          "nicht zulassen");
  private static final Map<String, Boolean> FOLLOWS =
      Map.of("allow", true, "do not allow", false, "zulassen", true, "nicht zulassen", false);
  private static final Set<String> NO =
      Set.of(
          "no",
          "false",
          "0",
          "n",
          "nein",
          "falsch",
          "off",
          "unchecked",
          "non",
          "faux",
          "allow",
          "zulassen",
          "send",
          "senden");

  private static final Set<String> PHONES =
      Set.of("telephone1", "telephone2", "telephone3", "mobilePhone", "fax");

  /** What is written in digits and is no number, as phones are. */
  private static final Set<String> DIGITS =
      Stream.concat(
              PHONES.stream(),
              Stream.of(Fields.EXTERNAL_ID, "address1PostalCode", "address2PostalCode"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+\\d+");
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:[ T,].*)?");
  private static final Pattern TIME_BEHIND =
      Pattern.compile(
          ".*?[ ,t]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)? *(am|pm)?"
              + " *(z|[-+]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern NO_TIME = Pattern.compile("[^ T,]+");

  /** As lead forms of Facebook write it. */
  private static final Pattern MARKED_PHONE = Pattern.compile("p:[+\\d].*");

  private static final Pattern ERROR = Pattern.compile("#[\\p{Lu}/0]{3,8}[!?]");
  private static final Set<String> NO_NAME = Set.of("#N/A", "#NV", "\\N");
  private static final Set<String> NOTHING =
      Set.of(
          "-", "--", "n/a", "N/A", "#N/A", "#NV", "\\N", "[not provided]", "http://", "https://");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f'’]");

  private Cell() {}

  /** The cell cannot be read as what its column is; the message says what it must be. */
  static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /** Whether this is what systems and people write where there is nothing to write. */
  static boolean saysNothing(String cell) {
    return cell.isEmpty() || NOTHING.contains(cell);
  }

  /**
   * The same of a cell of this field: a name is needed, and whoever has none is called something.
   */
  static boolean saysNothing(String cell, ImportField field) {
    boolean name = field.name().equals("lastName") || field.name().equals(Fields.FULL_NAME);
    return name ? cell.isEmpty() || NO_NAME.contains(cell) : saysNothing(cell);
  }

  /** The value as JSON takes it; the cell says something. */
  static Object value(ImportField field, String cell, CsvSettings settings) throws Unreadable {
    if (ERROR.matcher(cell).matches()) {
      throw new Unreadable("is an error of the spreadsheet");
    }
    return switch (field.kind()) {
      case TEXT -> text(field, cell);
      case INTEGER -> integer(cell, settings.decimal());
      case NUMBER -> number(Money.amount(cell), settings.decimal());
      case YES_NO -> yesOrNo(field, cell);
      case DATE -> date(cell, settings.dates()).toString();
      case TIME -> time(cell, settings.dates()).toString();
      case OPTION -> option(cell, field);
    };
  }

  private static String text(ImportField field, String cell) throws Unreadable {
    if (field.name().equals(Money.CURRENCY)) {
      return Money.code(cell);
    }
    if (DIGITS.contains(field.name()) && ROUNDED.matcher(cell).matches()) {
      throw new Unreadable("was rounded by a spreadsheet; its last digits are lost");
    }
    return PHONES.contains(field.name()) && MARKED_PHONE.matcher(cell).matches()
        ? cell.substring(2)
        : cell;
  }

  private static Integer integer(String cell, Decimal decimal) throws Unreadable {
    try {
      return number(cell, decimal).intValueExact();
    } catch (ArithmeticException fraction) {
      throw new Unreadable("must be a whole number, and not that large");
    }
  }

  private static BigDecimal number(String cell, Decimal decimal) throws Unreadable {
    String text = BLANKS.matcher(cell).replaceAll("");
    char mark = decimal == Decimal.COMMA ? ',' : '.';
    char thousands = decimal == Decimal.COMMA ? '.' : ',';
    int fraction = text.indexOf(mark);
    if (text.matches("[-+]?[1-9]\\d{0,2}[" + mark + "]\\d{3}")) {
      // The mark was mostly found out from the delimiter alone, and thousands may be meant.
      String few = text.substring(0, fraction);
      String rest = text.substring(fraction + 1);
      String part = rest.replaceFirst("0+$", "");
      throw new Unreadable(
          "can be two numbers; write it as %s or as %s"
              .formatted(part.isEmpty() ? few : few + mark + part, few + rest));
    }
    String whole = fraction < 0 ? text : text.substring(0, fraction);
    String groups = "[-+]?\\d{1,3}(" + Pattern.quote(String.valueOf(thousands)) + "\\d{3})+";
    if (!whole.matches("[-+]?\\d+|" + groups) || text.length() > 40) {
      throw new Unreadable(
          "must be a number, with "
              + (decimal == Decimal.COMMA ? "a comma" : "a point")
              + " before its fraction");
    }
    String plain = whole.replace(String.valueOf(thousands), "");
    if (fraction < 0) {
      return new BigDecimal(plain);
    }
    String rest = text.substring(fraction + 1);
    if (!rest.matches("\\d+")) {
      throw new Unreadable("must be a number");
    }
    return new BigDecimal(plain + "." + rest.replaceFirst("(?<=..)0+$", ""));
  }

  private static Boolean yesOrNo(ImportField field, String cell) throws Unreadable {
    String word = cell.toLowerCase(Locale.ROOT);
    if (field.name().equals("followEmail") && FOLLOWS.containsKey(word)) {
      // All other fields say what is not allowed.
      return FOLLOWS.get(word);
    }
    if (YES.contains(word) || NO.contains(word)) {
      return YES.contains(word);
    }
    throw new Unreadable("must be yes or no");
  }

  private static LocalDate date(String cell, Dates order) throws Unreadable {
    try {
      if (cell.matches("\\d{4}-\\d{2}-\\d{2}(?:[ T,].*)?")) {
        return LocalDate.parse(cell.substring(0, 10));
      }
      Matcher parts = DATE.matcher(cell);
      if (parts.matches()) {
        return date(parts, order);
      }
    } catch (DateTimeException noSuchDay) {
      throw new Unreadable("there is no such day");
    }
    throw new Unreadable("must be a date such as 2026-12-24");
  }

  private static LocalDate date(Matcher parts, Dates order) throws Unreadable {
    int first = Integer.parseInt(parts.group(1));
    int second = Integer.parseInt(parts.group(3));
    int year = Integer.parseInt(parts.group(4));
    boolean dayFirst =
        order == Dates.DMY || order == Dates.AUTO && (parts.group(2).equals(".") || first > 12);
    if (order == Dates.AUTO && !dayFirst && second <= 12 && first != second) {
      throw new Unreadable(
          "can be two dates; say with dates=DMY or dates=MDY which one comes first, day or month");
    }
    return dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
  }

  private static Instant time(String cell, Dates order) throws Unreadable {
    try {
      return OffsetDateTime.parse(cell).toInstant();
    } catch (DateTimeException notWithOffset) {
      LocalDate day = date(cell, order);
      if (NO_TIME.matcher(cell).matches()) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      Matcher clock = TIME_BEHIND.matcher(cell.toLowerCase(Locale.ROOT));
      if (!clock.matches()) {
        throw new Unreadable("must be a time such as 2026-12-24 10:00 or 2026-12-24T10:00+01:00");
      }
      return at(day, clock);
    }
  }

  private static Instant at(LocalDate day, Matcher clock) throws Unreadable {
    try {
      int hour = Integer.parseInt(clock.group(1));
      if (clock.group(4) != null) {
        hour = hour % 12 + (clock.group(4).equals("pm") ? 12 : 0);
      }
      int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
      String zone = clock.group(5) == null ? "Z" : clock.group(5).toUpperCase(Locale.ROOT);
      return day.atTime(hour, Integer.parseInt(clock.group(2)), second)
          .toInstant(ZoneOffset.of(zone));
    } catch (DateTimeException none) {
      throw new Unreadable("there is no such time");
    }
  }

  /** Whether the word says by itself what is not wanted, whatever stands above it. */
  static boolean saysItself(String word) {
    return SENDING.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether it is one of the field's own words, and not only known of others. */
  static boolean isOwnWord(String word, ImportField field) {
    return KnownWords.option(field.name(), word).isEmpty() && isWord(word, field);
  }

  /** Whether it is one of the words of a field that has words, or known of others. */
  static boolean isWord(String word, ImportField field) {
    try {
      if (field.kind() == ImportField.Kind.OPTION) {
        option(word, field);
      } else {
        yesOrNo(field, word);
      }
      return true;
    } catch (Unreadable none) {
      return false;
    }
  }

  private static Integer option(String cell, ImportField field) throws Unreadable {
    Map<Integer, String> options = field.options();
    String wanted = Headings.folded(KnownWords.option(field.name(), cell).orElse(cell));
    for (Map.Entry<Integer, String> option : options.entrySet()) {
      if (Headings.folded(option.getValue()).equals(wanted)
          || String.valueOf(option.getKey()).equals(cell)) {
        return option.getKey();
      }
    }
    throw new Unreadable(
        "must be one of "
            + options.values().stream().limit(12).collect(Collectors.joining(", "))
            + (options.size() > 12
                ? " and %d others, which stand beside the column where the file is looked at"
                    .formatted(options.size() - 12)
                : ""));
  }
}
