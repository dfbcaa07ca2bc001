package org.leadflow.throughput;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leadflow.throughput.Clients.Seen;

/** The words and tables of {@code src/docs/benchmarks.md} about throughput. */
final class BenchmarksPage {

  private static final Path PAGE = Path.of("src", "docs", "benchmarks.md");

  private BenchmarksPage() {}

  static String introduction(int leads, int rounds, int warmUp) {
    return """
        Command: `mvn -Pbench test -DskipTests -Dbench.main=org.leadflow.throughput.RunThroughput`. Clients send leads one after the
        other until %,d are in; the time ends when the last has come to the task of its owner, which is checked of the last round; up to
        two of a hundred may wait for a decision about a duplicate. Medians of %d rounds in which all take turns, after %,d leads each to warm up. Each runs in a Java process of its own (`%s`), together with
        its clients; they share the machine with the database.

        - *Leadflow*: `POST /api/leads` over HTTP with a password; screened, scored, compared with all leads and customers, routed by
          rules with the decision kept, assigned in turn, audit trail.
        - *engine behind a door*: Camunda 7.24 with the same diagrams and empty building blocks, behind the least web server that takes
          `POST /api/leads` with a password; of the lead nothing is stored.
        - *engine alone*: the same engine called in the thread of the client, without HTTP.
        - *Flowable*: Flowable 7.2 with the same diagrams, a row for the lead, a decision table of 18 rules in DMN, an owner in turn; no
          duplicates, no trail, no HTTP.
        """
        .formatted(leads, rounds, warmUp, String.join(" ", SideProcess.FLAGS));
  }

  static String rates(
      String database, String version, int[] clients, Map<String, Map<Integer, List<Seen>>> seen) {
    var text = new StringBuilder("\n### " + database + "\n\nLeads in a second, on " + version + ":\n\n");
    text.append("| | ").append(heads(clients)).append(" |\n|---").append("|---".repeat(clients.length)).append("|\n");
    row(text, "Leadflow, from POST to task", "leadflow", clients, seen);
    row(text, "engine behind a door, empty blocks", "posted", clients, seen);
    row(text, "engine alone, empty blocks", "bare", clients, seen);
    row(text, "Flowable", "flowable", clients, seen);
    text.append("| ratio to the engine behind a door (at least 0.8) | ")
        .append(each(clients, count -> ratio(rate(seen, "leadflow", count), rate(seen, "posted", count))))
        .append(" |\n| ratio to the engine alone | ")
        .append(each(clients, count -> ratio(rate(seen, "leadflow", count), rate(seen, "bare", count))))
        .append(" |\n| ratio to Flowable | ")
        .append(each(clients, count -> ratio(rate(seen, "leadflow", count), rate(seen, "flowable", count))))
        .append(" |\n\nMilliseconds of Leadflow's leads:\n\n| | ")
        .append(heads(clients))
        .append(" |\n|---")
        .append("|---".repeat(clients.length))
        .append("|\n");
    latencies(text, "until `POST` is answered, the lead being stored", seen.get("leadflow"), clients);
    latencies(text, "until it has its owner and his task", seen.get("owned"), clients);
    return text.toString();
  }

  private static void latencies(
      StringBuilder text, String what, Map<Integer, List<Seen>> seen, int[] clients) {
    for (int share : new int[] {50, 95, 99}) {
      ToDoubleFunction<Seen> figure = share == 50 ? Seen::median : share == 95 ? Seen::most95 : Seen::most99;
      text.append("| %s, %d %% | ".formatted(what, share))
          .append(each(clients, count -> "%.1f".formatted(median(seen.get(count), figure))))
          .append(" |\n");
    }
  }

  static String full(
      String database,
      int leads,
      String tasks,
      Map<String, Map<Integer, List<Seen>>> empty,
      Map<String, Map<Integer, List<Seen>>> full) {
    var text =
        new StringBuilder(
            "\n%s with %,d more leads and %s open tasks in the database, 4 clients, in a second:\n\n| | empty | full | ratio (at least 0.9) |\n|---|---|---|---|\n"
                .formatted(database, leads, tasks));
    for (Map.Entry<String, String> each :
        Map.of("leadflow", "leads from POST to task", "qualify", "leads qualified, with account, contact and opportunity", "disqualify", "leads disqualified")
            .entrySet()) {
      double before = rate(empty, each.getKey(), 4);
      double after = rate(full, each.getKey(), 4);
      text.append("| %s | %.0f | %.0f | %s |\n".formatted(each.getValue(), before, after, ratio(after, before)));
    }
    return text.toString();
  }

  static String inserts(String database, int rows, int[] clients, Map<String, Map<Integer, List<Seen>>> seen) {
    return "\nThe same %d rows of a lead inserted into %s by plain JDBC in one transaction, leads in a second: %s.\n"
        .formatted(
            rows,
            database,
            IntStream.of(clients)
                .mapToObj(count -> "%.0f with %d clients".formatted(rate(seen, "jdbc", count), count))
                .collect(Collectors.joining(", ")));
  }

  static String machine(double load, long begun) {
    return String.format(
        Locale.ROOT,
        "\nMeasured on %s in %.0f minutes with Java %s on %s with %d cores and %.0f GB of memory; the load of the machine was %.1f when it began.\n",
        LocalDate.now(ZoneOffset.UTC),
        (System.nanoTime() - begun) / 6e10,
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        Runtime.getRuntime().availableProcessors(),
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() / 1e9,
        load);
  }

  /** Replaces the section of this name, and leaves the others alone. */
  static void write(String name, String section) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("\n## " + name + "\n");
    String before = start < 0 ? page.stripTrailing() + "\n" : page.substring(0, start);
    int end = start < 0 ? -1 : page.indexOf("\n## ", start + 4);
    String after = end < 0 ? "" : page.substring(end);
    Files.writeString(PAGE, before + "\n## " + name + "\n\n" + section + after);
  }

  private static void row(
      StringBuilder text, String name, String what, int[] clients, Map<String, Map<Integer, List<Seen>>> seen) {
    text.append("| ").append(name).append(" | ").append(each(clients, count -> "%.0f".formatted(rate(seen, what, count)))).append(" |\n");
  }

  private interface Cell {
    String of(int clients);
  }

  private static String heads(int[] clients) {
    return each(clients, count -> count == 1 ? "1 client" : count + "");
  }

  private static String each(int[] clients, Cell cell) {
    return IntStream.of(clients).mapToObj(cell::of).collect(Collectors.joining(" | "));
  }

  private static String ratio(double one, double other) {
    return String.format(Locale.ROOT, "%.2f", one / other);
  }

  private static double rate(Map<String, Map<Integer, List<Seen>>> seen, String what, int clients) {
    return median(seen.get(what).get(clients), Seen::perSecond);
  }

  private static double median(List<Seen> seen, ToDoubleFunction<Seen> figure) {
    double[] figures = seen.stream().mapToDouble(figure).sorted().toArray();
    return figures[figures.length / 2];
  }
}
