package org.leadflow.intake.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.intake.csv.ImportField.Kind;
import org.leadflow.intake.csv.Mapping.Column;
import org.leadflow.lead.LeadFields;

/** Lays the cells of rows on the fields of leads, as an import was started. */
final class RowReading {

  private static final int LONGEST_CELL = 64 * 1024;
  private static final int TABLE = 3;
  private static final String MORE_ADDRESSES = "emailAddress2";

  /** So a file tells a spreadsheet that digits are a text: {@code ="01067"}. */
  private static final Pattern TEXT_OF_SPREADSHEET = Pattern.compile("=\"([^\"]*)\"");

  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totals",
          "grandtotal",
          "subtotal",
          "summe",
          "gesamt",
          "gesamtsumme",
          "gesamtergebnis",
          "zwischensumme",
          "totalgénéral",
          "soustotal");
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern NUMBER = Pattern.compile("(?=\\D*\\d)[^\\p{L}@]*+\\p{L}{0,10}");

  private final CsvSettings settings;
  private final List<String> headings;
  private final Mapping mapping;
  private final boolean ours;
  private final String base;
  private final List<Column> columns;
  private final Map<String, Object> constants = new LinkedHashMap<>();

  /**
   * @param base which of the currencies of a sign is meant, where it is among them
   */
  RowReading(CsvSettings settings, List<String> headings, Mapping mapping, String base) {
    this.settings = settings;
    this.base = base;
    this.headings = headings;
    this.mapping = mapping;
    this.ours = RejectedFile.isOurs(headings);
    // The currency first: the amounts are held against it.
    this.columns =
        mapping.columns().stream()
            .sorted(Comparator.comparing(column -> !column.field().equals(Money.CURRENCY)))
            .toList();
    mapping
        .constants()
        .forEach(
            (name, text) -> {
              try {
                constants.put(
                    name, Cell.value(Objects.requireNonNull(Fields.named(name)), text, settings));
              } catch (Cell.Unreadable checkedAtTheStart) {
                throw new IllegalStateException(checkedAtTheStart);
              }
            });
  }

  /** How the sender calls the column that fills a field. */
  String heading(String field) {
    return mapping.columns().stream()
        .filter(column -> column.field().equals(field))
        .findFirst()
        .map(column -> headings.get(column.column()))
        .filter(heading -> !heading.isBlank())
        .orElse(field);
  }

  Row read(CsvRow row) {
    List<String> faults = faultsOf(row);
    if (!faults.isEmpty()) {
      return new Row(Map.of(), Map.of(), null, faults);
    }
    Map<String, Object> given = new LinkedHashMap<>();
    for (Column column : columns) {
      String cell = cell(row, column.column());
      if (!cell.isEmpty()) {
        put(given, column, cell, faults);
      }
    }
    Object fullName = given.remove(Fields.FULL_NAME);
    if (fullName != null) {
      FullName.takeApart(fullName.toString(), given);
    }
    Object externalId = given.remove(Fields.EXTERNAL_ID);
    Map<String, Object> filled = new LinkedHashMap<>(constants);
    filled.putAll(given);
    return new Row(given, filled, externalId == null ? null : externalId.toString(), faults);
  }

  private void put(Map<String, Object> given, Column column, String cell, List<String> faults) {
    try {
      ImportField field = Objects.requireNonNull(Fields.named(column.field()));
      String text = column.meaning(cell, field);
      if (text.isEmpty()) {
        return;
      }
      List<String> addresses = field.name().equals(MORE_ADDRESSES) ? addresses(text) : List.of();
      if (addresses.size() > 1) {
        several(given, addresses);
      } else {
        given.put(field.name(), value(column, field, cell, text));
        if (field.kind() == Kind.NUMBER) {
          inCurrency(given, Money.currencies(text));
        }
      }
    } catch (Cell.Unreadable wrong) {
      faults.add(headings.get(column.column()) + ": " + wrong.getMessage());
    }
  }

  private Object value(Column column, ImportField field, String cell, String text)
      throws Cell.Unreadable {
    Object value = Cell.value(field, text, settings);
    boolean turned =
        value instanceof Boolean
            && Headings.saysYes(headings.get(column.column()))
            && LeadFields.OPT_OUTS.contains(field.name())
            && text.equals(cell)
            && !YesOrNo.saysItself(text);
    return turned ? Boolean.FALSE.equals(value) : value;
  }

  /**
   * All amounts of a lead are in one currency, that of its row or, where it is silent, of the file.
   */
  private void inCurrency(Map<String, Object> given, List<String> said) throws Cell.Unreadable {
    if (said.isEmpty()) {
      return;
    }
    Object known = given.getOrDefault(Money.CURRENCY, constants.get(Money.CURRENCY));
    if (known == null) {
      given.put(Money.CURRENCY, said.contains(base) ? base : said.get(0));
    } else if (!said.contains(known.toString())) {
      throw new Cell.Unreadable(
          "is in %s, and other amounts of the lead are in %s".formatted(said.get(0), known));
    }
  }

  /** HubSpot and SuiteCRM write all addresses but the first into one cell. */
  private static List<String> addresses(String cell) {
    List<String> parts =
        Arrays.stream(cell.split(";")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    return parts.stream().allMatch(one -> one.indexOf('@') > 0) ? parts : List.of();
  }

  private static void several(Map<String, Object> given, List<String> addresses)
      throws Cell.Unreadable {
    if (addresses.size() > 2) {
      throw new Cell.Unreadable(
          "holds %d addresses; there is room for two".formatted(addresses.size()));
    }
    given.put(MORE_ADDRESSES, addresses.get(0));
    given.put("emailAddress3", addresses.get(1));
  }

  private String cell(CsvRow row, int place) {
    String sent = place < row.cells().size() ? row.cells().get(place) : "";
    // Whoever corrects a file of ours may delete the column by which we know it, so that the rules
    // for the files of others must do for it as well.
    String there = ours ? RejectedFile.unescaped(sent) : sent;
    String cell = RejectedFile.unmarked(there.strip()).strip();
    Matcher text = TEXT_OF_SPREADSHEET.matcher(cell);
    return text.matches() ? text.group(1).strip() : cell;
  }

  /** What is wrong with the row itself, before anybody looks at what it means. */
  private List<String> faultsOf(CsvRow row) {
    List<String> faults = new ArrayList<>();
    if (row.cells().stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank())) {
      faults.add(
          "The row has %d cells and the file %d columns: does a cell with a delimiter in it miss its quotes?"
              .formatted(row.cells().size(), headings.size()));
      return faults;
    }
    if (row.cells().size() == 1 && headings.size() >= TABLE) {
      faults.add(
          "The row has one cell and the file %d columns: what a report writes below its table is no lead."
              .formatted(headings.size()));
      return faults;
    }
    if (isTotal(row)) {
      faults.add("The row adds up others and is no lead.");
      return faults;
    }
    if (settings.header() && row.cells().stream().map(String::strip).toList().equals(headings)) {
      faults.add("The row repeats the headings.");
      return faults;
    }
    for (int place = 0; place < row.cells().size(); place++) {
      String name = name(place);
      faultOf(row.cells().get(place)).ifPresent(fault -> faults.add(name + ": " + fault));
    }
    return faults;
  }

  private static boolean isNumber(String cell) {
    return cell.length() <= LONGEST_NUMBER && NUMBER.matcher(cell).matches();
  }

  /** A word for a total, and beside it nothing but numbers. */
  private static boolean isTotal(CsvRow row) {
    List<String> said =
        row.cells().stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    return said.size() > 1
        && TOTALS.contains(Headings.folded(said.get(0)))
        && said.stream().skip(1).allMatch(RowReading::isNumber);
  }

  private String name(int place) {
    return place < headings.size() && !headings.get(place).isEmpty()
        ? headings.get(place)
        : "Column " + (place + 1);
  }

  private Optional<String> faultOf(String cell) {
    if (cell.length() > LONGEST_CELL) {
      return Optional.of("is longer than %d characters".formatted(LONGEST_CELL));
    }
    for (int place = 0; place < cell.length(); place++) {
      int wrong = StrictReader.wrongByte(cell, place);
      if (wrong >= 0) {
        return Optional.of(
            "holds the byte 0x%02X, which is no %s".formatted(wrong, settings.charset()));
      }
    }
    return Optional.empty();
  }
}
