package org.leadflow.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadflow.Leadflow;
import org.leadflow.wholeway.Api;

/**
 * One life of the product, as a process of its own in a directory: with the demo organisation, no
 * leads, and the database file below ./data that every start in this directory finds again.
 */
final class Life {

  static final String PASSWORD = "Nine-Lives-9-Password";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final int TAIL = 60;

  private static final List<String> QUICK_TO_START =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;
  private final Path log;
  private final int port;

  private Life(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.port = awaitPort();
  }

  /** The product as everybody starts it, once it answers. */
  static Life normal(Path home) {
    return with(home);
  }

  /** The product with some settings changed. */
  static Life with(Path home, String... settings) {
    return begin(home, QUICK_TO_START, productOnly(), Leadflow.class, settings);
  }

  /** The product as an operator would start it, with this much heap; its collections are logged. */
  static Life atWork(Path home, String heap, Path collections, String... settings) {
    return begin(
        home,
        List.of("-Xmx" + heap, "-Xlog:gc:file=" + collections),
        productOnly(),
        Leadflow.class,
        settings);
  }

  private static String productOnly() {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** One in which accepted leads stay accepted: nothing starts them and nothing sweeps. */
  static Life inWhichNobodyStarts(Path home) {
    return begin(
        home, QUICK_TO_START, classPath(), NobodyStarts.class, "--leadflow.process.sweep-every=1h");
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static Life begin(
      Path home, List<String> machine, String classPath, Class<?> main, String... settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.addAll(
        List.of(
            "-cp",
            classPath,
            main.getName(),
            "--spring.profiles.active=demo",
            "--leadflow.intake.demo-leads=false",
            "--leadflow.demo.password=" + PASSWORD,
            "--leadflow.administrator.password=" + PASSWORD,
            "--server.port=0",
            "--server.shutdown=immediate"));
    command.addAll(List.of(settings));
    try {
      Path log = Files.createTempFile(home, "life", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Life(process, log);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int awaitPort() {
    Instant end = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      Matcher started = PORT.matcher(logged());
      if (started.find()) {
        return Integer.parseInt(started.group(1));
      }
      pause();
    }
    process.destroyForcibly();
    throw new AssertionError("The product did not start:\n" + tail());
  }

  int port() {
    return port;
  }

  Api as(String user) {
    return new Api(port, user, PASSWORD);
  }

  /** SIGKILL: no shutdown hook runs, nothing is written any more. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM: as an operator stops it. */
  void end() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines it wrote. */
  String tail() {
    List<String> lines = logged().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
  }

  private String logged() {
    try {
      return Files.readString(log);
    } catch (IOException gone) {
      return "no log: " + gone;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
