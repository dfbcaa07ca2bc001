package org.leadflow.rules.drools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark of the rules and writes its section of {@code src/docs/benchmarks.md}. */
public final class RunRulesBenchmark {

  private static final Path PAGE = Path.of("src", "docs", "benchmarks.md");
  private static final List<Integer> SIZES = List.of(10, 100, 1000, 10000);

  private RunRulesBenchmark() {}

  /** Arguments: seconds per measurement, number of measurements; both may be left out. */
  public static void main(String[] arguments) throws RunnerException, IOException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    int measurements = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    var options =
        new OptionsBuilder()
            .include(RulesBenchmark.class.getName())
            .mode(Mode.Throughput)
            .forks(1)
            .warmupIterations(measurements)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(measurements)
            .measurementTime(TimeValue.seconds(seconds))
            .jvmArgsAppend("-Xmx1g")
            .timeout(TimeValue.seconds(60))
            .shouldFailOnError(false)
            .build();
    Map<String, Map<Integer, Double>> medians = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      medians
          .computeIfAbsent(result.getParams().getParam("engine"), none -> new TreeMap<>())
          .put(
              Integer.valueOf(result.getParams().getParam("rules")),
              result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    write(section(medians, Reloads.measure()));
  }

  private static String section(Map<String, Map<Integer, Double>> medians, String reloads) {
    var text = new StringBuilder("## Rules\n\n");
    text.append(
        """
        Command: `mvn -Pbench test -DskipTests`. The same thousand leads, the same rules, one thread; every answer is compared
        with a scan of the rules before anything is measured, and every decision records the rule that made it.

        Decisions in a second, medians of JMH 1.37:

        | Engine | 10 rules | 100 | 1,000 | 10,000 |
        |---|---|---|---|---|
        """);
    row(text, medians, "drl", "Leadflow, a rule of DRL each");
    row(text, medians, "table", "Leadflow, rows of a routing table");
    row(text, medians, "camunda", "Camunda DMN 7.24.0, FEEL");
    row(text, medians, "flowable", "Flowable DMN 7.2.0");
    row(text, medians, "index", "hand-written index that finds the winner");
    text.append("\n| Ratio | at least | found |\n|---|---|---|\n");
    ratio(text, medians, "DRL to Camunda DMN at 1,000", "1,000", "drl", "camunda", 1000);
    ratio(text, medians, "routing table to index at 1,000", "0.4", "table", "index", 1000);
    ratio(text, medians, "routing table to index at 10,000", "0.4", "table", "index", 10000);
    return text.append("\n")
        .append(reloads)
        .append("\n")
        .append(machine())
        .append("\n")
        .toString();
  }

  private static void row(
      StringBuilder text, Map<String, Map<Integer, Double>> medians, String engine, String name) {
    text.append("| ").append(name);
    for (int size : SIZES) {
      Double median = medians.getOrDefault(engine, Map.of()).get(size);
      text.append(" | ").append(median == null ? "did not finish" : number(median));
    }
    text.append(" |\n");
  }

  private static void ratio(
      StringBuilder text,
      Map<String, Map<Integer, Double>> medians,
      String name,
      String wanted,
      String one,
      String other,
      int size) {
    Double first = medians.getOrDefault(one, Map.of()).get(size);
    Double second = medians.getOrDefault(other, Map.of()).get(size);
    String found =
        first == null || second == null
            ? "not measured"
            : first / second > 10
                ? number(first / second)
                : String.format(Locale.ROOT, "%.2f", first / second);
    text.append("| %s | %s | %s |\n".formatted(name, wanted, found));
  }

  private static String number(double value) {
    return value < 10
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String machine() {
    return "Measured on %s with Java %s, Drools 10.2.0, on %d cores of a %s machine, 1 GB heap. The cores were shared with other busy\nprocesses, so that single figures vary by a factor of two; each was measured next to the others, and the ratios hold."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"));
  }

  /** Replaces the section, and leaves those of other benchmarks alone. */
  private static void write(String section) throws IOException {
    String page =
        Files.exists(PAGE)
            ? Files.readString(PAGE)
            : "# Benchmarks\n\nWhat was measured, how, and on what. Each section is written by the command it names.\n";
    int start = page.indexOf("\n## Rules\n");
    String before = start < 0 ? page.stripTrailing() + "\n" : page.substring(0, start);
    int end = start < 0 ? -1 : page.indexOf("\n## ", start + 4);
    String after = end < 0 ? "" : page.substring(end);
    Files.createDirectories(PAGE.getParent());
    Files.writeString(PAGE, before + "\n" + section + after);
  }
}
