package org.leadflow.intake.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.intake.csv.Mapping.Column;

/** Lays the cells of rows on the fields of leads, as an import was started. */
final class RowReading {

  private static final int LONGEST_CELL = 64 * 1024;
  private static final int NAME = 50;
  private static final int TABLE = 3;
  private static final String MORE_ADDRESSES = "emailAddress2";

  /** So a file tells a spreadsheet that digits are a text: {@code ="01067"}. */
  private static final Pattern TEXT_OF_SPREADSHEET = Pattern.compile("=\"([^\"]*)\"");

  /** What other systems put where nobody wrote anything. */
  private static final Set<String> NO_WEBSITE = Set.of("http://", "https://");

  private final CsvSettings settings;
  private final List<String> headings;
  private final Mapping mapping;
  private final boolean ours;
  private final Map<String, Object> constants = new LinkedHashMap<>();

  RowReading(CsvSettings settings, List<String> headings, Mapping mapping) {
    this.settings = settings;
    this.headings = headings;
    this.mapping = mapping;
    this.ours = RejectedFile.isOurs(headings);
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
    for (Column column : mapping.columns()) {
      String cell = cell(row, column.column());
      if (!cell.isEmpty()) {
        put(given, column, cell, faults);
      }
    }
    Object fullName = given.remove(Fields.FULL_NAME);
    if (fullName != null) {
      takeApart(fullName.toString(), given);
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
        given.put(field.name(), Cell.value(field, text, settings));
      }
    } catch (Cell.Unreadable wrong) {
      faults.add(headings.get(column.column()) + ": " + wrong.getMessage());
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
    return text.matches() ? text.group(1).strip() : NO_WEBSITE.contains(cell) ? "" : cell;
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

  /**
   * The last name is what stands before a comma, else what follows a first name of its own column,
   * else the last word.
   */
  private static void takeApart(String name, Map<String, Object> given) {
    int comma = name.indexOf(',');
    if (comma < 0 && given.get("firstName") instanceof String first) {
      String rest = name.startsWith(first + " ") ? name.substring(first.length()) : name;
      given.putIfAbsent("lastName", rest.strip());
      return;
    }
    int space = name.lastIndexOf(' ');
    String last = comma > 0 ? name.substring(0, comma) : name.substring(space + 1);
    String first = comma > 0 ? name.substring(comma + 1) : name.substring(0, Math.max(space, 0));
    given.putIfAbsent("lastName", last.strip());
    if (!first.isBlank() && first.strip().length() <= NAME) {
      given.putIfAbsent("firstName", first.strip());
    }
  }
}
