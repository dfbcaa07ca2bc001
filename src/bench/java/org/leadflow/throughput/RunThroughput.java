package org.leadflow.throughput;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.leadflow.throughput.Clients.Seen;

/**
 * Measures how many leads come from the door to the task of their owner, beside the engine alone, plain inserts
 * and Flowable, with an empty and a full database, and writes its section of {@code src/docs/benchmarks.md}.
 *
 * <p>System properties (by the variable {@code JDK_JAVA_OPTIONS}): {@code leads} of one measurement, {@code rounds}, {@code warm-up} leads, {@code
 * filled} leads in the full database (half of them open), {@code filled.h2} of them on H2, {@code databases}.
 */
public final class RunThroughput {

  private static final int[] CLIENTS = {1, 2, 4, 8};
  private static final int LEADS = Integer.getInteger("leads", 3000);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final int WARM_UP = Integer.getInteger("warm-up", 30_000);
  private static final int FILLED = Integer.getInteger("filled", 1_000_000);
  /** Fewer, since a million would take more of the disk than most machines have. */
  private static final int FILLED_H2 = Integer.getInteger("filled.h2", FILLED / 10);
  private static final int TASKS = 400;

  private final StringBuilder page = new StringBuilder();

  private RunThroughput() {}

  public static void main(String[] arguments) throws Exception {
    long begun = System.nanoTime();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    var run = new RunThroughput();
    for (String name : System.getProperty("databases", "postgresql,h2").split(",")) {
      if (name.equals("h2")) {
        Databases.h2(databases -> run.measure("H2", databases));
      } else {
        Databases.postgres(databases -> run.measure("PostgreSQL", databases));
      }
    }
    BenchmarksPage.write("Throughput", BenchmarksPage.introduction(LEADS, ROUNDS, WARM_UP) + run.page + BenchmarksPage.machine(load, begun));
    System.exit(0);
  }

  private void measure(String name, Databases databases) throws Exception {
    var empty = new TreeMap<String, Map<Integer, List<Seen>>>();
    var sides = new HashMap<String, SideProcess>();
    try {
      for (String side : RunSide.NAMES) {
        sides.put(side, new SideProcess(side, databases));
        say("%s: %s warmed up at %.0f/s", name, side, sides.get(side).seen("leads 2 " + WARM_UP).perSecond());
      }
      SideProcess product = sides.get("leadflow");
      int rows = Integer.parseInt(product.order("rows 0"));
      for (int round = 0; round < ROUNDS; round++) {
        for (int clients : CLIENTS) {
          for (String side : RunSide.NAMES) {
            keep(empty, side, clients, sides.get(side).seen("leads " + clients + " " + LEADS));
            if (side.equals("leadflow")) {
              keep(empty, "owned", clients, product.seen("owned " + LEADS));
            }
          }
        }
      }
      product.order("check " + LEADS);
      product.seen("qualify " + TASKS);
      for (int round = 0; round < ROUNDS; round++) {
        keep(empty, "qualify", 4, product.seen("qualify " + TASKS));
        keep(empty, "disqualify", 4, product.seen("disqualify " + TASKS));
      }
      page.append(BenchmarksPage.rates(name, product.order("version 0"), CLIENTS, empty));
      int filled = databases.isH2() ? FILLED_H2 : FILLED;
      if (filled > 0) {
        page.append(full(name, product, filled, empty));
      }
      for (int clients : CLIENTS) {
        keep(empty, "jdbc", clients, product.seen("inserts " + clients + " " + LEADS));
      }
      page.append(BenchmarksPage.inserts(name, rows, CLIENTS, empty));
    } finally {
      sides.values().forEach(SideProcess::close);
    }
  }

  private String full(String name, SideProcess product, int filled, Map<String, Map<Integer, List<Seen>>> empty) {
    long begun = System.nanoTime();
    String tasks = product.order("fill " + filled);
    say("%s: filled in %.0f s", name, (System.nanoTime() - begun) / 1e9);
    var full = new TreeMap<String, Map<Integer, List<Seen>>>();
    for (int round = 0; round < ROUNDS; round++) {
      keep(full, "leadflow", 4, product.seen("leads 4 " + LEADS));
      keep(full, "qualify", 4, product.seen("qualify " + TASKS));
      keep(full, "disqualify", 4, product.seen("disqualify " + TASKS));
    }
    return BenchmarksPage.full(name, filled, tasks, empty, full);
  }

  private static void keep(
      Map<String, Map<Integer, List<Seen>>> all, String what, int clients, Seen seen) {
    say("%s, %d clients: %.0f/s, median %.1f ms", what, clients, seen.perSecond(), seen.median());
    all.computeIfAbsent(what, none -> new TreeMap<>()).computeIfAbsent(clients, none -> new ArrayList<>()).add(seen);
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }
}
