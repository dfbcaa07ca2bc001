package org.leadflow.process.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder cannot be deployed. The message has one line for each thing that is wrong. */
class BrokenProcessFolder extends RuntimeException {

  private final transient List<String> problems;

  BrokenProcessFolder(String location, List<String> problems) {
    this(location, problems, null);
  }

  /**
   * @param cause what was thrown at the folder, where that is how it became known
   */
  BrokenProcessFolder(String location, List<String> problems, @Nullable RuntimeException cause) {
    super(
        "Nothing was deployed from %s. What to mend:%n - %s"
            .formatted(location, String.join(System.lineSeparator() + " - ", problems)),
        cause);
    this.problems = List.copyOf(problems);
  }

  /** Every problem, each beginning with the file it is in where that is known. */
  List<String> problems() {
    return problems;
  }
}
