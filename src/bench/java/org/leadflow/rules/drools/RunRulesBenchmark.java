package org.leadflow.rules.drools;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.flowable.dmn.engine.DmnEngines;
import org.kie.api.runtime.KieSession;
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

  /** Arguments: seconds per measurement, number of measurements, most rules, reloads. */
  public static void main(String[] arguments) throws RunnerException, IOException {
    long start = System.nanoTime();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    int measurements = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10000;
    int reloads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200;
    List<Integer> sizes = SIZES.stream().filter(each -> each <= most).toList();
    Map<String, Map<Integer, Double>> medians = new TreeMap<>();
    measure(List.of("drl", "table", "index", "flowable"), sizes, seconds, measurements, medians);
    // Half a minute is not enough for one decision of ten thousand rules in FEEL.
    measure(List.of("camunda"), sizes.stream().filter(each -> each <= 1000).toList(), seconds, measurements, medians);
    write(section(medians, Reloads.measure(reloads), load, (System.nanoTime() - start) / 1e9));
  }

  private static void measure(
      List<String> engines,
      List<Integer> sizes,
      int seconds,
      int measurements,
      Map<String, Map<Integer, Double>> medians)
      throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(RulesBenchmark.class.getName())
            .param("engine", engines.toArray(String[]::new))
            .param("rules", sizes.stream().map(String::valueOf).toArray(String[]::new))
            .mode(Mode.Throughput)
            .forks(1)
            .warmupIterations(measurements)
            // A thousand conditions are a thousand pieces of code to be compiled while they run.
            .warmupTime(TimeValue.seconds(3L * seconds))
            .measurementIterations(measurements)
            .measurementTime(TimeValue.seconds(seconds))
            .jvmArgsAppend("-Xmx1g")
            .timeout(TimeValue.seconds(180))
            .shouldFailOnError(false)
            .build();
    for (RunResult result : new Runner(options).run()) {
      medians
          .computeIfAbsent(result.getParams().getParam("engine"), none -> new TreeMap<>())
          .put(
              Integer.valueOf(result.getParams().getParam("rules")),
              result.getPrimaryResult().getStatistics().getPercentile(50));
    }
  }

  private static String section(
      Map<String, Map<Integer, Double>> medians, String reloads, double load, double took) {
    var text = new StringBuilder("## Rules\n\n");
    text.append(
        """
        Command: `mvn -Pbench test -DskipTests`. The same thousand leads, the same rules, one thread; the answers are compared
        with a scan of the rules before anything is measured (for a thousand leads, of the engines for DMN for ten), an engine
        that answers differently is not measured, and every decision records the rule that made it.

        Decisions in a second, medians of JMH %s:

        | Engine | 10 rules | 100 | 1,000 | 10,000 |
        |---|---|---|---|---|
        """
            .formatted(version(Runner.class)));
    row(text, medians, "drl", "Leadflow, a rule of DRL each (Drools " + version(KieSession.class) + ")");
    row(text, medians, "table", "Leadflow, rows of a routing table");
    row(text, medians, "camunda", "Camunda DMN " + version(DmnEngine.class) + ", FEEL");
    row(text, medians, "flowable", "Flowable DMN " + version(DmnEngines.class));
    row(text, medians, "index", "hand-written index that finds the winner");
    text.append(
        """

        Camunda DMN does not finish with 10,000 rules: a decision takes so long that it is not worth waiting for its warm-up.

        | Ratio | at least | found |
        |---|---|---|
        """);
    ratio(text, medians, "DRL to Camunda DMN at 1,000", "1,000", "drl", "camunda", 1000);
    ratio(text, medians, "routing table to index at 1,000", "0.4", "table", "index", 1000);
    ratio(text, medians, "routing table to index at 10,000", "0.4", "table", "index", 10000);
    return text.append("\n").append(reloads).append("\n").append(machine(load, took)).append("\n").toString();
  }

  private static void row(
      StringBuilder text, Map<String, Map<Integer, Double>> medians, String engine, String name) {
    text.append("| ").append(name);
    for (int size : SIZES) {
      Double median = medians.getOrDefault(engine, Map.of()).get(size);
      text.append(" | ").append(median == null
              ? (engine.equals("camunda") && size == 10000 ? "does not finish" : "not measured")
              : number(median));
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

  private static String machine(double load, double took) {
    return String.format(
        Locale.ROOT,
        "Measured on %s in %.0f minutes with Java %s on %d cores (%s), 1 GB heap; the load of the machine was %.1f when it\nbegan. On a machine that does other things single figures vary by a factor of two; the ratios hold better.",
        LocalDate.now(ZoneOffset.UTC),
        took / 60,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        load);
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(each -> each.startsWith("model name"))
          .findFirst()
          .map(each -> each.substring(each.indexOf(':') + 1).strip())
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }

  /** Of the library a class comes from, by the name of its file. */
  private static String version(Class<?> of) {
    String file = of.getProtectionDomain().getCodeSource().getLocation().getPath();
    Matcher matcher = Pattern.compile("-(\\d[^/]*)\\.jar$").matcher(file);
    return matcher.find() ? matcher.group(1) : "";
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
