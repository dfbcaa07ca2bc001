package org.leadflow.process.deployment;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.leadflow.process.house.ProcessFile;
import org.leadflow.process.house.ProcessFolder;

/** What was thrown while a folder was deployed, as sentences with the file that they are about. */
final class SaidByEngine {

  private SaidByEngine() {}

  static List<String> about(ProcessFolder folder, RuntimeException thrown) {
    if (thrown instanceof ParseException refused) {
      return refused.getResorceReports().stream()
          .flatMap(
              file ->
                  file.getErrors().stream()
                      .map(it -> file.getResourceName() + ": " + it.getMessage()))
          .toList();
    }
    String said = String.join(" ", messages(thrown));
    return List.of(file(folder, said) + said);
  }

  /**
   * Whether the database failed of itself, such as a lost connection or a lock; what it refuses of
   * the data (classes 22 and 23 of SQL states) it refuses again.
   */
  static boolean mayPass(RuntimeException thrown) {
    return root(thrown) instanceof SQLException failed
        && !String.valueOf(failed.getSQLState()).matches("2[23].*");
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  /** The outermost message says what was tried, the innermost why it failed. */
  private static Set<String> messages(Throwable thrown) {
    Throwable root = root(thrown);
    if (root instanceof SQLException) {
      return Set.of(
          "cannot be stored: "
              + String.valueOf(root.getMessage()).strip().split("; SQL statement|\\R", 2)[0]);
    }
    Set<String> messages = new LinkedHashSet<>();
    Stream.of(thrown, root)
        .map(it -> it.getMessage() == null ? it.toString() : it.getMessage())
        .flatMap(it -> it.lines().filter(line -> !line.isBlank()).limit(1))
        .map(String::strip)
        .forEach(messages::add);
    return messages;
  }

  /** The file that is named, to begin the sentence with; empty when none is. */
  private static String file(ProcessFolder folder, String said) {
    try {
      return folder.files().stream()
          .map(ProcessFile::name)
          .filter(said::contains)
          .findFirst()
          .map(name -> name + ": ")
          .orElse("");
    } catch (UncheckedIOException unreadable) {
      return "";
    }
  }
}
