package org.leadflow.process.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** What the table of building blocks says each of them reads and writes. */
final class BlockRows {

  /** A variable that a block writes, and whether it always does. */
  record Written(String variable, Writing.Holds holds, Set<String> values, boolean surely) {}

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|(.*)\\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern WRITTEN = Pattern.compile("`(\\w+)`(?: \\(([^)]*)\\))?([^,;`]*)");
  private static final Pattern SEVERAL = Pattern.compile("\\w+(, \\w+)+");
  private static final String PACKED = "processes/" + House.BLOCKS;
  private static final int READS = 1;
  private static final int WRITES = 2;
  private static final int REFUSES = 3;

  /** Nobody has to write one. */
  static final String COMMENT = "comment";

  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  /**
   * Those of the product; a directory in production has no table, or an older one.
   *
   * @throws UncheckedIOException when the table cannot be read
   */
  static BlockRows of(House house) {
    var table = new ClassPathResource(PACKED);
    try {
      return new BlockRows(
          table.exists()
              ? table.getContentAsString(StandardCharsets.UTF_8)
              : house.document(House.BLOCKS).orElse(""));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + PACKED, unreadable);
    }
  }

  BlockRows(String table) {
    ROW.matcher(table)
        .results()
        .forEach(row -> rows.put(row.group(1), List.of(row.group(2).split(" \\| "))));
  }

  boolean has(String block) {
    return rows.containsKey(block);
  }

  List<Written> writtenBy(String block) {
    List<MatchResult> found = WRITTEN.matcher(cell(block, WRITES)).results().toList();
    List<Written> written = new ArrayList<>();
    boolean surely = true;
    // From the end: of "a and b for later" both are written only then.
    for (int i = found.size() - 1; i >= 0; i--) {
      String when = found.get(i).group(3).strip();
      surely = when.equals("and") ? surely : when.isEmpty();
      written.add(written(found.get(i).group(1), found.get(i).group(2), surely));
    }
    Collections.reverse(written);
    return written;
  }

  private static Written written(String variable, String kind, boolean surely) {
    if (kind != null && kind.startsWith("Boolean")) {
      return new Written(variable, Writing.Holds.FLAG, Set.of("true", "false"), surely);
    }
    return kind != null && SEVERAL.matcher(kind).matches()
        ? new Written(variable, Writing.Holds.TEXT, values(kind), surely)
        : new Written(variable, Writing.Holds.ANYTHING, Set.of(), surely);
  }

  /** The answers of which a step needs one, since it refuses what it cannot carry out. */
  List<String> neededBy(String block) {
    return cell(block, REFUSES).contains("`invalid`")
        ? NAME.matcher(cell(block, READS))
            .results()
            .map(name -> name.group(1))
            .filter(name -> !name.equals(COMMENT))
            .toList()
        : List.of();
  }

  /** The answers that a block at a task reads when it is completed. */
  Set<String> checkedBy(String block) {
    return cell(block, 0).startsWith(" On *complete*")
        ? NAME.matcher(cell(block, READS))
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** The answers that a block at a task knows, by field; it refuses every other one. */
  Map<String, Set<String>> answersKnownBy(String block) {
    Map<String, Set<String>> known = new LinkedHashMap<>();
    if (!checkedBy(block).isEmpty()) {
      WRITTEN
          .matcher(cell(block, READS))
          .results()
          .filter(it -> it.group(2) != null && SEVERAL.matcher(it.group(2)).matches())
          .forEach(it -> known.put(it.group(1), values(it.group(2))));
    }
    return known;
  }

  private static Set<String> values(String listed) {
    return new LinkedHashSet<>(List.of(listed.split(", ")));
  }

  /** Whether a block refuses whatever is asked of it once the lead is closed. */
  boolean needsAnOpenLead(String block) {
    return cell(block, REFUSES).contains("`lead-closed`");
  }

  /** Whether a block empties its form for the next time. */
  boolean emptiesTheForm(String block) {
    return cell(block, WRITES).contains("removes every answer");
  }

  /** Whether the product itself knows an answer or a variable by this name. */
  boolean know(String variable) {
    String name = "`" + variable + "`";
    return rows.values().stream()
        .flatMap(cells -> cells.stream().limit(WRITES + 1))
        .anyMatch(cell -> cell.contains(name));
  }

  /** The blocks that write a variable into the process. */
  List<String> writersOf(String variable, Set<String> steps) {
    return rows.keySet().stream()
        .filter(steps::contains)
        .filter(block -> writtenBy(block).stream().anyMatch(it -> it.variable().equals(variable)))
        .toList();
  }

  private String cell(String block, int column) {
    List<String> cells = rows.getOrDefault(block, List.of());
    return cells.size() > column ? cells.get(column) : "";
  }
}
