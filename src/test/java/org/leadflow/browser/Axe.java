package org.leadflow.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks at a page as a program that reads it to somebody would. */
final class Axe {

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})
        .then(found => done(found.violations.map(each => each.id + ': ' + each.help + ' at '
          + each.nodes.slice(0, 3).map(node => node.target.join(' ') + ' (' + node.failureSummary + ')').join('; '))),
          failed => done([String(failed)]));
      """;

  private static final String SCRIPT = script();

  private Axe() {}

  /** What is wrong with the page that is open, each with where it is. */
  @SuppressWarnings("unchecked")
  static List<String> faults(Browser browser) {
    browser.run(SCRIPT);
    return (List<String>) browser.runAndWait(RUN);
  }

  private static String script() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
