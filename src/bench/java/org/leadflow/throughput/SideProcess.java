package org.leadflow.throughput;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.leadflow.throughput.Clients.Seen;

/** A {@link RunSide} that was started, seen from outside. */
final class SideProcess implements AutoCloseable {

  /** The same for all. Java 17 throws away compiled code of whoever rests for a while, though there is room. */
  static final List<String> FLAGS = List.of("-Xmx2g", "-XX:-UseCodeCacheFlushing");

  private final String name;
  private final Process process;
  private final PrintStream orders;
  private final BufferedReader answers;

  SideProcess(String name, Databases databases) throws IOException {
    this.name = name;
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.of(
                List.of(java.toString()),
                FLAGS,
                List.of("-cp", System.getProperty("java.class.path"), RunSide.class.getName(), name),
                List.of(databases.isH2() ? "h2" : "postgresql", databases.at()))
            .flatMap(List::stream)
            .toList();
    process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(new File("target", "throughput-" + name + ".log")))
            .start();
    orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    answer();
  }

  /**
   * @return what came of it
   * @throws IllegalStateException when the process ended; its log in {@code target} says why
   */
  String order(String order) {
    orders.println(order);
    try {
      return answer();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** As {@link #order}, of work that is measured. */
  Seen seen(String order) {
    double[] figures = Stream.of(order(order).split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Seen(figures[0], figures[1], figures[2], figures[3]);
  }

  private String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(RunSide.ANSWER)) {
        return line.substring(RunSide.ANSWER.length());
      }
    }
    throw new IllegalStateException(name + " ended; see target/throughput-" + name + ".log");
  }

  @Override
  public void close() {
    orders.close();
    try {
      if (!process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
    }
  }
}
