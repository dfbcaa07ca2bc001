package org.leadflow.process.deployment;

import java.util.List;

/** The folder cannot be deployed. The message has one line for each thing that is wrong. */
class BrokenProcessFolder extends RuntimeException {

  private final transient List<String> problems;

  BrokenProcessFolder(String location, List<String> problems) {
    super(
        "Nothing was deployed from %s. What to mend:%n - %s"
            .formatted(location, String.join(System.lineSeparator() + " - ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, each beginning with the file it is in. */
  List<String> problems() {
    return problems;
  }
}
