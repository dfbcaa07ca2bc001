package org.leadflow.intake.csv;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the text of a cell into the value of a field, or says why it is none. Nothing is guessed:
 * what could be read two ways is refused.
 */
final class Cell {

  private static final Set<String> PHONES =
      Set.of("telephone1", "telephone2", "telephone3", "mobilePhone", "fax");

  /** What is written in digits and is no number, as phones are. */
  private static final Set<String> DIGITS =
      Stream.concat(
              PHONES.stream(),
              Stream.of(Fields.EXTERNAL_ID, "address1PostalCode", "address2PostalCode"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+\\d+");

  /** As lead forms of Facebook write it. */
  private static final Pattern MARKED_PHONE = Pattern.compile("p:[+\\d].*");

  private static final Pattern ERROR = Pattern.compile("#[\\p{Lu}/0]{3,8}[!?]");
  private static final Set<String> NO_NAME = Set.of("#N/A", "#NV", "\\N");
  private static final Set<String> NOTHING =
      Set.of(
          "-", "--", "n/a", "N/A", "#N/A", "#NV", "\\N", "[not provided]", "http://", "https://");

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
      case INTEGER -> Numeral.whole(cell, settings.decimal());
      case NUMBER -> Numeral.number(Money.amount(cell), settings.decimal());
      case YES_NO -> yesOrNo(cell, field);
      case DATE -> Moment.day(cell, settings.dates()).toString();
      case TIME -> Moment.time(cell, settings.dates()).toString();
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

  private static Boolean yesOrNo(String cell, ImportField field) throws Unreadable {
    return YesOrNo.of(cell, field).orElseThrow(() -> new Unreadable("must be yes or no"));
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
        yesOrNo(word, field);
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
