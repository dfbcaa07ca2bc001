package org.leadflow.rules.author;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.drools.Compilers;
import org.leadflow.rules.house.Examination;
import org.leadflow.rules.house.Examiner;
import org.leadflow.rules.house.LoadedRulebook;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.RulesFolder;
import org.leadflow.rules.house.TriedLead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a rules folder as publishing would, in seconds: {@code java -jar leadflow.jar
 * check-rules}. Starts nothing of the product and writes nothing.
 */
public final class CheckRules {

  /** The word that asks for it. */
  public static final String COMMAND = "check-rules";

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file).thenComparingInt(Finding::line);

  private final PrintStream out;

  private CheckRules(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.OFF);
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code = run(List.of(arguments), out);
    out.flush();
    System.exit(code);
  }

  /**
   * 0 when the rules could be published, 1 when something stops them, 2 when the command or a file
   * it names was not understood.
   */
  public static int run(List<String> arguments, PrintStream out) {
    if (arguments.contains("--help")) {
      out.println(Wish.USAGE);
      return 0;
    }
    try {
      return new CheckRules(out).grant(Wish.of(arguments));
    } catch (IllegalArgumentException | IOException wrong) {
      out.println(wrong.getMessage() + System.lineSeparator() + Wish.USAGE);
      return 2;
    }
  }

  private int grant(Wish wish) throws IOException {
    long start = System.nanoTime();
    if (!Files.isDirectory(Path.of(wish.folder()))) {
      throw new IOException("there is no folder " + wish.folder());
    }
    RulesFolder folder = only(wish.set(), RulesFolder.at(wish.folder()));
    Examination seen = new Examiner(Compilers.open(), receivers(wish)).examine(folder);
    List<Finding> findings = of(wish.set(), seen.findings());
    List<Finding> warnings = of(wish.set(), seen.warnings());
    findings.stream().sorted(BY_PLACE).forEach(each -> out.println("error    " + each));
    warnings.stream().sorted(BY_PLACE).forEach(each -> out.println("warning  " + each));
    int tried = 0;
    if (wish.lead() != null) {
      tried = attempt(wish.lead(), seen, wish.set());
    }
    out.printf(
        Locale.ROOT,
        "%s, %s, %s, %s in %.1f s%n",
        counted(seen.ready().size(), "rule set"),
        counted(seen.cases().size(), "case"),
        counted(findings.size(), "error"),
        counted(warnings.size(), "warning"),
        (System.nanoTime() - start) / 1e9);
    return Math.max(tried, findings.isEmpty() ? 0 : 1);
  }

  private int attempt(String lead, Examination seen, @Nullable String set) throws IOException {
    Path file = lead.strip().startsWith("{") ? null : Path.of(lead);
    if (file != null && !Files.isRegularFile(file)) {
      throw new IOException("there is no file " + lead);
    }
    var wrong = new ArrayList<Finding>();
    String name = file == null ? "the lead" : lead;
    LeadFacts facts = TriedLead.read(name, file == null ? lead : Files.readString(file), wrong);
    if (facts == null) {
      wrong.forEach(each -> out.println("error    " + each));
      return 2;
    }
    new Attempt(new LoadedRulebook(seen.ready()), out).of(facts, set);
    return 0;
  }

  private static KnownReceivers receivers(Wish wish) throws IOException {
    if (wish.organization() == null) {
      return KnownReceivers.ANYBODY;
    }
    try (var file = Files.newInputStream(Path.of(wish.organization()))) {
      return OrganizationNames.read(file);
    } catch (IOException broken) {
      throw new IOException(
          "the organisation in " + wish.organization() + " cannot be read: " + broken.getMessage(),
          broken);
    }
  }

  /** What all sets share, each of them has already. */
  private static RulesFolder only(@Nullable String set, RulesFolder all) {
    if (set == null) {
      return all;
    }
    List<RuleFile> files = all.files().stream().filter(each -> each.folder().equals(set)).toList();
    if (files.isEmpty()) {
      throw new IllegalArgumentException("there is no rule set " + set + " in " + all.location());
    }
    return new RulesFolder(all.location(), files, all.findings());
  }

  private static List<Finding> of(@Nullable String set, List<Finding> findings) {
    return findings.stream()
        .filter(each -> set == null || each.file().equals(set) || each.file().startsWith(set + "/"))
        .toList();
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
