package org.leadflow.rules.author;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author asks for on the command line.
 *
 * @param folder of the rules
 * @param set the only one to look at; null for all
 * @param lead to try: a file, or the facts themselves; null to check only
 * @param organization file of who may be named; null when nobody can say
 */
record Wish(
    String folder, @Nullable String set, @Nullable String lead, @Nullable String organization) {

  static final String USAGE =
      """
      check-rules [folder] [--set NAME] [--try LEAD] [--organization FILE]

        folder               of the rules; without it: rules
        --set NAME           only this rule set, such as routing/units/emea
        --try LEAD           what the rules say of a lead: a YAML file, or "{ country: DE, employees: 250 }"
        --organization FILE  who may be named, such as the file in leadflow.organization.file
                             without it: organization.yaml beside the folder, if there is one\
      """;

  /** The organisation of the demo, as it lies in the sources. */
  private static final Path OF_THE_DEMO =
      Path.of("src", "main", "resources", "organization", "meridian.yaml");

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static Wish of(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    String folder = null;
    String set = null;
    String lead = null;
    String organization = null;
    while (!left.isEmpty()) {
      String next = left.pop();
      switch (next) {
        case "--set" -> set = value(next, left).replaceAll("^\\./|/+$", "");
        case "--try" -> lead = value(next, left);
        case "--organization" -> organization = value(next, left);
        default -> {
          if (next.startsWith("-") || folder != null) {
            throw new IllegalArgumentException("\"" + next + "\" is not understood");
          }
          folder = next;
        }
      }
    }
    String asked = folder == null ? "rules" : folder;
    return new Wish(asked, set, lead, organization == null ? beside(asked) : organization);
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException("after " + option + " something is missing");
    }
    return left.pop();
  }

  private static @Nullable String beside(String folder) {
    Path beside = Path.of(folder).toAbsolutePath().normalize().resolveSibling("organization.yaml");
    if (Files.exists(beside)) {
      return beside.toString();
    }
    return folder.equals("rules") && Files.exists(OF_THE_DEMO) ? OF_THE_DEMO.toString() : null;
  }
}
