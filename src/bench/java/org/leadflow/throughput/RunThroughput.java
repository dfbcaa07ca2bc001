package org.leadflow.throughput;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.leadflow.throughput.Clients.Seen;

/**
 * Measures how many leads come from the door to the task of their owner, beside the engine alone, plain inserts
 * and Flowable, with an empty and a full database, and writes its section of {@code src/docs/benchmarks.md}.
 *
 * <p>System properties (by the variable {@code JDK_JAVA_OPTIONS}): {@code leads} of one measurement, {@code rounds}, {@code warm-up} leads, {@code
 * filled} leads in the full database (half of them open), {@code databases}.
 */
public final class RunThroughput {

  private static final int[] CLIENTS = {1, 2, 4, 8};
  private static final int LEADS = Integer.getInteger("leads", 1500);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final int WARM_UP = Integer.getInteger("warm-up", 12_000);
  private static final int FILLED = Integer.getInteger("filled", 1_000_000);
  private static final int COPIED = 1_000;
  private static final int TASKS = 400;

  private final StringBuilder page = new StringBuilder();

  private RunThroughput() {}

  public static void main(String[] arguments) throws Exception {
    long begun = System.nanoTime();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    var run = new RunThroughput();
    for (String name : System.getProperty("databases", "postgresql,h2").split(",")) {
      try (Databases database = name.equals("h2") ? Databases.h2() : Databases.postgres()) {
        run.measure(name.equals("h2") ? "H2" : "PostgreSQL", database);
      }
    }
    BenchmarksPage.write("Throughput", BenchmarksPage.introduction(LEADS, ROUNDS, WARM_UP) + run.page + BenchmarksPage.machine(load, begun));
    System.exit(0);
  }

  private void measure(String name, Databases database) throws Exception {
    var empty = new TreeMap<String, Map<Integer, List<Seen>>>();
    try (var product = new Product(database);
        var bare = new BareEngine(database);
        var flowable = new FlowableSide(database)) {
      var first = new WhatALeadWrites(product.jdbc);
      product.lead();
      product.routed();
      var inserts = new PlainInserts(product.source(), first.since());
      say("%s: a lead writes %d rows", name, inserts.rows());
      Map<String, Supplier<Seen>> each = new LinkedHashMap<>();
      warmUp("bare engine", () -> Clients.run(2, WARM_UP / 2, i -> bare.lead(), () -> {}));
      warmUp("Flowable", () -> Clients.run(2, WARM_UP / 4, i -> flowable.lead(), () -> {}));
      warmUp("Leadflow", () -> Clients.run(2, WARM_UP, i -> product.lead(), product::routed));
      for (int round = 0; round < ROUNDS; round++) {
        for (int clients : CLIENTS) {
          keep(empty, "bare", clients, Clients.run(clients, LEADS, i -> bare.lead(), () -> {}));
          keep(empty, "leadflow", clients, Clients.run(clients, LEADS, i -> product.lead(), product::routed));
          keep(empty, "flowable", clients, Clients.run(clients, LEADS, i -> flowable.lead(), () -> {}));
        }
      }
      product.everyLeadHasTheTaskOfItsOwner(LEADS);
      keep(empty, "qualify", 4, qualified(product));
      keep(empty, "disqualify", 4, disqualified(product));
      page.append(BenchmarksPage.rates(name, CLIENTS, empty));
      if (FILLED > 0) {
        fill(name, database, product);
        var full = new TreeMap<String, Map<Integer, List<Seen>>>();
        for (int round = 0; round < ROUNDS; round++) {
          keep(full, "leadflow", 4, Clients.run(4, LEADS, i -> product.lead(), product::routed));
          keep(full, "qualify", 4, qualified(product));
          keep(full, "disqualify", 4, disqualified(product));
        }
        page.append(BenchmarksPage.full(name, FILLED, tasks(product), empty, full));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (int clients : CLIENTS) {
          keep(empty, "jdbc", clients, Clients.run(clients, LEADS, i -> inserts.lead(), () -> {}));
        }
      }
      page.append(BenchmarksPage.inserts(name, inserts.rows(), CLIENTS, empty));
    }
  }

  private static long tasks(Product product) {
    return product.jdbc.queryForObject("SELECT count(*) FROM act_ru_task", Long.class);
  }

  private static Seen qualified(Product product) {
    List<String> open = product.open(TASKS);
    return Clients.run(4, open.size(), i -> product.qualify(open.get(i)), () -> {});
  }

  private static Seen disqualified(Product product) {
    List<String> open = product.open(TASKS);
    return Clients.run(4, open.size(), i -> product.disqualify(open.get(i)), () -> {});
  }

  /** Half of the copied leads are open and have their task, the others are closed. */
  private static void fill(String name, Databases database, Product product) throws Exception {
    long begun = System.nanoTime();
    var written = new WhatALeadWrites(product.jdbc);
    Clients.run(4, COPIED, i -> product.lead(), product::routed);
    List<String> open = product.open(COPIED / 2);
    Clients.run(4, open.size(), i -> product.disqualify(open.get(i)), () -> {});
    try (var connection =
        java.sql.DriverManager.getConnection(database.url("leadflow"), database.user(), database.password())) {
      new FullDatabase(connection, database.isH2()).copy(written.since(), FILLED / COPIED);
    }
    say("%s: filled in %.0f s", name, (System.nanoTime() - begun) / 1e9);
  }

  private static void warmUp(String what, Supplier<Seen> work) {
    Seen seen = work.get();
    say("%s warmed up at %.0f/s", what, seen.perSecond());
  }

  private static void keep(
      Map<String, Map<Integer, List<Seen>>> all, String what, int clients, Seen seen) {
    say("%s, %d clients: %.0f/s, median %.1f ms", what, clients, seen.perSecond(), seen.percentile(0.5));
    all.computeIfAbsent(what, none -> new TreeMap<>()).computeIfAbsent(clients, none -> new ArrayList<>()).add(seen);
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }
}
