package org.leadflow.process.house;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.leadflow.deadline.DeadlineSheet;
import org.leadflow.offer.OfferSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a folder of processes as a start of the product would, in seconds, and draws its pictures:
 * {@code java -jar leadflow.jar check-processes}. Starts nothing of the product.
 */
public final class CheckProcesses {

  /** The word that asks for it. */
  public static final String COMMAND = "check-processes";

  static final String DRAW = "--draw";
  private static final String USAGE =
      """
      check-processes [folder] [--draw]

        folder   of the diagrams and forms; without it: processes
        --draw   draws the picture of each diagram anew, into pictures/\
      """;

  private CheckProcesses() {}

  public static void main(String[] arguments) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.OFF);
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // A library greets on this stream when it is first used; a designer asked for findings only.
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    int code = run(List.of(arguments), out);
    out.flush();
    System.exit(code);
  }

  /**
   * 0 when the folder could be deployed, 1 when something stops it, 2 when the command was not
   * understood or the folder cannot be read or written.
   */
  public static int run(List<String> arguments, PrintStream out) {
    List<String> left = new ArrayList<>(arguments);
    boolean draw = left.remove(DRAW);
    String folder = left.isEmpty() ? "processes" : left.get(0);
    if (left.size() > 1 || folder.startsWith("-")) {
      out.println(USAGE);
      return left.contains("--help") ? 0 : 2;
    }
    if (!Files.isDirectory(Path.of(folder))) {
      out.println("there is no folder " + folder + System.lineSeparator() + USAGE);
      return 2;
    }
    try {
      if (draw) {
        draw(Path.of(folder), out);
      }
      return check(folder, out);
    } catch (IOException unwritable) {
      out.println("cannot write into " + folder + ": " + unwritable.getMessage());
      return 2;
    }
  }

  private static void draw(Path folder, PrintStream out) throws IOException {
    Files.createDirectories(folder.resolve("pictures"));
    for (HouseDiagram diagram : House.at(folder.toString()).diagrams()) {
      Path picture = folder.resolve(PictureRules.nameOf(diagram));
      Files.writeString(picture, Picture.of(diagram));
      out.println("drawn    " + PictureRules.nameOf(diagram));
    }
  }

  private static int check(String folder, PrintStream out) {
    long start = System.nanoTime();
    House house = House.at(folder);
    ProcessEngine engine = engineInMemory();
    List<Finding> findings;
    try {
      findings =
          new ArrayList<>(
              new ProcessHouse(
                      engine, BuildingBlocks.ofTheseClasses(), List.of(new ExpectedRules()))
                  .findings(house));
    } finally {
      engine.close();
    }
    findings.addAll(0, tables(house));
    findings.forEach(each -> out.println((each.stops() ? "error    " : "untidy   ") + each));
    long stopping = findings.stream().filter(Finding::stops).count();
    out.printf(
        Locale.ROOT,
        "%d processes, %d forms, %d errors, %d untidy in %.1f s%n",
        house.names(ProcessFile.DIAGRAM).size(),
        house.names(ProcessFile.FORM).size(),
        stopping,
        findings.size() - stopping,
        (System.nanoTime() - start) / 1e9);
    return stopping == 0 ? 0 : 1;
  }

  /** The tables beside the diagrams; a start of the product with one that is wrong fails. */
  private static List<Finding> tables(House house) {
    Map<String, Function<String, List<String>>> checks =
        Map.of("deadlines.csv", DeadlineSheet::faults, "offers.csv", OfferSheet::faults);
    List<Finding> findings = new ArrayList<>();
    checks.forEach(
        (name, check) ->
            house
                .document(name)
                .ifPresent(
                    text ->
                        check
                            .apply(text)
                            .forEach(it -> findings.add(new Finding(name, true, it)))));
    return findings;
  }

  private static ProcessEngine engineInMemory() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    String name = "check-" + UUID.randomUUID();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new TaskBlocks())));
    return configuration.buildProcessEngine();
  }
}
