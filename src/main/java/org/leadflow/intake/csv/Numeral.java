package org.leadflow.intake.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.leadflow.intake.csv.Cell.Unreadable;
import org.leadflow.intake.csv.CsvSettings.Decimal;

/** Reads numbers as people and spreadsheets write them, with or without marks of thousands. */
final class Numeral {

  private static final int LONGEST = 40;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f'’]");

  private Numeral() {}

  static Integer whole(String cell, Decimal decimal) throws Unreadable {
    try {
      return number(cell, decimal).intValueExact();
    } catch (ArithmeticException fraction) {
      throw new Unreadable("must be a whole number, and not that large");
    }
  }

  static BigDecimal number(String cell, Decimal decimal) throws Unreadable {
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
    if (!whole.matches("[-+]?\\d+|" + groups) || text.length() > LONGEST) {
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
}
