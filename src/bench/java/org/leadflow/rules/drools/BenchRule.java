package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule of the benchmark, which every engine gets in its own language. Priorities are unique. */
record BenchRule(
    int priority,
    List<String> countries,
    @Nullable String industry,
    @Nullable String partner,
    @Nullable String state,
    @Nullable Integer from,
    @Nullable Integer below,
    @Nullable String postal,
    List<String> grades) {

  static final List<String> COUNTRIES =
      List.of(
          "DE", "US", "FR", "GB", "AT", "CH", "IT", "ES", "NL", "PL", "SE", "DK", "NO", "FI", "BE",
          "CA", "BR", "MX", "IN", "JP", "AU", "CN", "KR", "ZA", "TR", "PT", "IE", "CZ", "HU", "RO");
  static final List<String> INDUSTRIES =
      List.of("Consulting", "Financial", "Insurance", "Transportation", "Wholesale", "Brokers");

  /** Two to four conditions each; seven of ten rules name countries, as territories do. */
  static List<BenchRule> make(int count) {
    var random = new Random(42);
    var rules = new ArrayList<BenchRule>();
    for (int i = 0; i < count; i++) {
      int anchor = random.nextInt(10);
      boolean ranged = random.nextInt(10) < 7;
      int from = random.nextInt(60) * 25;
      rules.add(
          new BenchRule(
              i + 1,
              anchor < 7 ? countries(random) : List.of(),
              anchor == 7 ? pick(random, INDUSTRIES) : null,
              anchor == 8 ? "partner-" + random.nextInt(200) : null,
              anchor == 9 ? "state-" + random.nextInt(200) : null,
              ranged ? from : null,
              ranged ? from + 10 + random.nextInt(100) : null,
              !ranged || random.nextInt(3) == 0 ? "" + (10 + random.nextInt(90)) : null,
              random.nextInt(4) == 0 ? List.of("A", "B") : List.of()));
    }
    return rules;
  }

  private static List<String> countries(Random random) {
    int count = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
    return random.ints(count, 0, 1000).mapToObj(BenchRule::country).distinct().sorted().toList();
  }

  /** The first countries are the most frequent. */
  static String country(int thousand) {
    return COUNTRIES.get((int) (COUNTRIES.size() * Math.pow(thousand / 1000.0, 2)));
  }

  static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  String id() {
    return "CO-%05d".formatted(priority);
  }

  String unit() {
    return "unit-" + priority % 50;
  }

  String drl() {
    var conditions = new ArrayList<String>();
    if (!countries.isEmpty()) {
      conditions.add(
          countries.size() == 1
              ? "country == \"" + countries.get(0) + "\""
              : "country in (" + quoted(countries) + ")");
    }
    text("industry", industry, conditions);
    text("partner", partner, conditions);
    text("state", state, conditions);
    if (from != null) {
      conditions.add("employees >= " + from);
      conditions.add("employees < " + below);
    }
    if (postal != null) {
      conditions.add("postalCode != null && postalCode.startsWith(\"" + postal + "\")");
    }
    if (!grades.isEmpty()) {
      conditions.add("grade in (" + quoted(grades) + ")");
    }
    return """
        rule "Rule %1$s"
        @Id("%1$s") @Owner("bench")
        when LeadFacts( %2$s )
        then insert( Receiver.unit("%3$s", %4$d) );
        end
        """
        .formatted(id(), String.join(", ", conditions), unit(), priority);
  }

  private static void text(String fact, @Nullable String value, List<String> conditions) {
    if (value != null) {
      conditions.add(fact + " == \"" + value + "\"");
    }
  }

  static String quoted(List<String> values) {
    return values.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
  }

  static final String TABLE_HEAD =
      "id;owner;country;industry;partner;state;employees from;employees below;postalCode starts"
          + " with;grade;kind;target;priority\n";

  String row() {
    return String.join(
            ";",
            id(),
            "bench",
            String.join(", ", countries),
            said(industry),
            said(partner),
            said(state),
            said(from),
            said(below),
            said(postal),
            String.join(", ", grades),
            "unit",
            unit(),
            "" + priority)
        + "\n";
  }

  private static String said(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** Cells in FEEL, in the order country, industry, partner, state, employees, postalCode, grade. */
  List<String> feel() {
    return List.of(
        quoted(countries),
        industry == null ? "" : "\"" + industry + "\"",
        partner == null ? "" : "\"" + partner + "\"",
        state == null ? "" : "\"" + state + "\"",
        from == null ? "" : "[" + from + ".." + below + ")",
        postal == null ? "" : "starts with(?, \"" + postal + "\")",
        quoted(grades));
  }

  /** The same cells in the expressions of Flowable. */
  List<String> juel() {
    return List.of(
        anyOf("country", countries),
        anyOf("industry", industry == null ? List.of() : List.of(industry)),
        anyOf("partner", partner == null ? List.of() : List.of(partner)),
        anyOf("state", state == null ? List.of() : List.of(state)),
        from == null ? "" : "${employees >= %d && employees < %d}".formatted(from, below),
        postal == null ? "" : "${postalCode.startsWith('%s')}".formatted(postal),
        anyOf("grade", grades));
  }

  private static String anyOf(String fact, List<String> values) {
    return values.isEmpty()
        ? ""
        : values.stream()
            .map(each -> fact + " == '" + each + "'")
            .collect(Collectors.joining(" || ", "${", "}"));
  }
}
