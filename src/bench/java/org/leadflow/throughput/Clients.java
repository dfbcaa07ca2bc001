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
   * @param median the milliseconds that half of the pieces took at most
   * @param most95 the milliseconds that 95 of a hundred took at most
   * @param most99 the milliseconds that 99 of a hundred took at most
   */
  record Seen(double perSecond, double median, double most95, double most99) {

    static Seen of(double perSecond, double[] latencies) {
      Arrays.sort(latencies);
      return new Seen(perSecond, at(latencies, 0.5), at(latencies, 0.95), at(latencies, 0.99));
    }

    private static double at(double[] ascending, double share) {
      return ascending[(int) Math.min(ascending.length - 1, Math.floor(ascending.length * share))];
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
    return Seen.of(pieces / seconds, latencies);
  }
}
