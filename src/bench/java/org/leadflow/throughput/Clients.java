package org.leadflow.throughput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some clients that do the same work one after the other until so many pieces are done. */
final class Clients {

  private Clients() {}

  /** One piece of work; the number counts from 0. */
  interface Work {

    void run(int number) throws Exception;
  }

  /**
   * What was seen.
   *
   * @param perSecond pieces in a second
   * @param latencies of each piece, in milliseconds, ascending
   */
  record Seen(double perSecond, double[] latencies) {

    double percentile(double share) {
      return latencies[(int) Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
    }
  }

  /**
   * @param done waits until what the clients set going has come to its end
   */
  static Seen run(int clients, int pieces, Work work, Runnable done) {
    var latencies = new double[pieces];
    var next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long begun = System.nanoTime();
    try {
      Callable<Void> client =
          () -> {
            for (int number = next.getAndIncrement(); number < pieces; number = next.getAndIncrement()) {
              long before = System.nanoTime();
              work.run(number);
              latencies[number] = (System.nanoTime() - before) / 1e6;
            }
            return null;
          };
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(client));
      }
      for (Future<Void> each : all) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      threads.shutdown();
    }
    done.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    Arrays.sort(latencies);
    return new Seen(pieces / seconds, latencies);
  }
}
