package org.leadflow.throughput;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.leadflow.throughput.Clients.Seen;

/**
 * One of those that are compared, with its clients, in a process of its own: what the compiler of the JVM learns from
 * one does not change another. Reads what to do line by line and answers each line with one.
 */
public final class RunSide {

  static final List<String> NAMES = List.of("leadflow", "posted", "bare", "flowable");

  /** What an answer begins with; other lines are talk of libraries. */
  static final String ANSWER = "ANSWER ";

  private RunSide() {}

  /**
   * @param arguments the name of the side, h2 or postgresql, and where it is
   */
  public static void main(String[] arguments) throws Exception {
    var databases = new Databases(arguments[1].equals("h2"), arguments[2]);
    PrintStream answers = System.out;
    try (var side = side(arguments[0], databases);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      answers.println(ANSWER + "ready");
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        answers.println(ANSWER + answer(side, order.split(" ")));
      }
    }
    System.exit(0);
  }

  private static Side side(String name, Databases databases) throws Exception {
    return switch (name) {
      case "bare" -> new BareEngine(databases, name);
      case "posted" -> new PostedEngine(databases);
      case "flowable" -> new FlowableSide(databases);
      default -> new Product(databases);
    };
  }

  private static String answer(Side side, String[] order) throws Exception {
    int number = Integer.parseInt(order[1]);
    return switch (order[0]) {
      case "leads" -> written(Clients.run(number, Integer.parseInt(order[2]), i -> side.lead(), side::finished));
      case "inserts" -> {
        PlainInserts inserts = ((Product) side).inserts();
        yield written(Clients.run(number, Integer.parseInt(order[2]), i -> inserts.lead(), () -> {}));
      }
      case "qualify" -> {
        List<String> open = ((Product) side).open(number);
        yield written(Clients.run(4, open.size(), i -> ((Product) side).qualify(open.get(i)), () -> {}));
      }
      case "disqualify" -> {
        List<String> open = ((Product) side).open(number);
        yield written(Clients.run(4, open.size(), i -> ((Product) side).disqualify(open.get(i)), () -> {}));
      }
      case "owned" -> written(Seen.of(0, ((Product) side).untilOwned(number)));
      case "version" -> ((Product) side).version();
      case "check" -> ((Product) side).everyLeadHasTheTaskOfItsOwner(number);
      case "rows" -> String.valueOf(((Product) side).inserts().rows());
      case "fill" -> ((Product) side).fill(number);
      default -> throw new IllegalArgumentException(order[0]);
    };
  }

  private static String written(Seen seen) {
    return seen.perSecond() + " " + seen.median() + " " + seen.most95() + " " + seen.most99();
  }
}
