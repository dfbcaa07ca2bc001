package org.leadflow.rules;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules cannot be put to work; the application does not start. Carries everything that is
 * wrong, so that an author learns it in one run.
 */
public class BrokenRules extends RuntimeException {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file).thenComparingInt(Finding::line);

  private final transient List<Finding> findings;

  /**
   * @param location where the rules were read from
   * @param findings at least one
   */
  public BrokenRules(String location, List<Finding> findings) {
    super(message(location, findings));
    this.findings = List.copyOf(findings);
  }

  /** Everything that is wrong. */
  public List<Finding> findings() {
    return findings;
  }

  private static String message(String location, List<Finding> findings) {
    return findings.stream()
        .sorted(BY_PLACE)
        .map(finding -> "\n  " + finding)
        .collect(
            Collectors.joining(
                "",
                "The rules in %s are not put to work, %s:"
                    .formatted(
                        location,
                        findings.size() == 1 ? "one finding" : findings.size() + " findings"),
                ""));
  }
}
