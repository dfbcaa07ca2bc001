package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadflow.core.Ids;
import org.leadflow.core.Records;
import org.leadflow.duplicates.KeyHits.Hit;
import org.leadflow.duplicates.KeyHits.Wanted;
import org.leadflow.duplicates.KeyTable.Owner;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.organization.Database;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How well duplicates are found, on the FEBRL sets in {@code -Dfebrl=...}, and what looking for
 * them costs while the database grows to {@code -Drows=...} leads. Takes minutes with a million, so
 * it has a command of its own: {@code mvn test -Dtest=FebrlCheck -Drows=1000000}, with {@code
 * -Ddatabase=postgresql} for one database only.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class FebrlCheck {

  private static final Path SETS = Path.of(System.getProperty("febrl", "../shared/data/febrl"));

  private static final int ROWS = Integer.getInteger("rows", 100_000);
  private static final int LOOKED_AT = 400;

  @Test
  void precisionAndRecallByTheTruthInTheSets() throws IOException {
    TwinRules rules = Febrl.rulesAsShipped();
    Path sets = Files.isDirectory(SETS) ? SETS : Path.of("src/test/resources/febrl");
    try (var files = Files.list(sets)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv")).sorted().toList()) {
        Febrl.Score score = Febrl.read(file).score(rules);
        System.out.printf(
            "%s: %d true pairs; merged or asked: precision %.4f, recall %.4f; merged without asking: precision %.4f, recall %.4f%n",
            file.getFileName(),
            score.truth(),
            score.precision(),
            score.recall(),
            score.precisionOfSure(),
            score.recallOfSure());
        if (file.endsWith("dataset1.csv")) {
          assertThat(score.precision()).isGreaterThanOrEqualTo(0.99);
          assertThat(score.recall()).isGreaterThanOrEqualTo(0.95);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theCostOfLookingAsTheDatabaseGrows(Database database) throws IOException {
    Febrl names = Febrl.read(Path.of("src/test/resources/febrl/dataset1.csv"));
    try (HikariDataSource source = Database.migrated(database.create())) {
      var people = new People(names, new Random(7));
      var leads = new StoredLeads(source);
      int stored = 0;
      for (int size : sizes()) {
        leads.add(people, size - stored);
        stored = size;
        leads.settle();
        double[] micros = looking(source, people);
        System.out.printf(
            "%s, %,d leads: median %.0f µs, 95 %% %.0f µs for one lead%n",
            database, stored, micros[LOOKED_AT / 2], micros[LOOKED_AT * 95 / 100]);
      }
    }
  }

  private static Stream<Database> databases() {
    String one = System.getProperty("database");
    return Stream.of(Database.values())
        .filter(database -> one == null || database.name().equalsIgnoreCase(one));
  }

  private static List<Integer> sizes() {
    return List.of(10_000, 100_000, 1_000_000).stream().filter(size -> size <= ROWS).toList();
  }

  private static double[] looking(HikariDataSource source, People people) {
    var jdbc = JdbcClient.create(source);
    var hits = new KeyHits(jdbc);
    var twins = new LeadTwins(jdbc, Febrl.rulesAsShipped(), Febrl.settingsAsShipped());
    double[] micros = new double[LOOKED_AT];
    for (int i = -LOOKED_AT; i < LOOKED_AT; i++) {
      LeadFields fields = people.next();
      long begun = System.nanoTime();
      Set<UUID> found =
          hits.of(List.of(new Wanted(Owner.LEAD, Keys.twinOf(fields)))).stream()
              .map(Hit::id)
              .collect(Collectors.toSet());
      if (!found.isEmpty()) {
        twins.among(found, lead(fields));
      }
      if (i >= 0) {
        micros[i] = (System.nanoTime() - begun) / 1000.0;
      }
    }
    Arrays.sort(micros);
    return micros;
  }

  private static Lead lead(LeadFields fields) {
    return StoredLeads.lead(fields);
  }

  /** People put together at random from the names and addresses of a set, with a mail address. */
  private static final class People {

    private final Febrl set;
    private final Random random;
    private int number;

    private People(Febrl set, Random random) {
      this.set = set;
      this.random = random;
    }

    LeadFields next() {
      LeadFields name = any();
      LeadFields place = any();
      var values = new HashMap<>(Records.values(place));
      String line = String.valueOf(any().address1Line1());
      values.put(
          "address1Line1", 1 + random.nextInt(300) + " " + line.replaceFirst("^\\d+\\p{L}? ", ""));
      values.put("firstName", any().firstName());
      values.put("lastName", name.lastName() == null ? "Doe" : name.lastName());
      values.put("companyName", "Company " + random.nextInt(200_000));
      values.put(
          "emailAddress1", "person" + number++ + "@example" + random.nextInt(100_000) + ".com");
      values.put("subject", "Any");
      return Records.of(LeadFields.class, values);
    }

    private LeadFields any() {
      return set.rows().get(random.nextInt(set.rows().size())).lead();
    }
  }

  /** Leads written past the product, as many as are wanted. */
  private static final class StoredLeads {

    private static final int TOGETHER = 1000;

    private final JdbcTemplate jdbc;
    private final KeyTable keys;

    private StoredLeads(HikariDataSource source) {
      this.jdbc = new JdbcTemplate(source);
      this.keys = new KeyTable(JdbcClient.create(source), jdbc);
    }

    void add(People people, int count) {
      for (int done = 0; done < count; done += TOGETHER) {
        List<Object[]> rows = new ArrayList<>();
        List<KeyTable.Keyed> keyed = new ArrayList<>();
        for (int i = 0; i < Math.min(TOGETHER, count - done); i++) {
          LeadFields fields = people.next();
          UUID id = Ids.next();
          rows.add(
              new Object[] {
                id,
                fields.firstName(),
                fields.lastName(),
                fields.companyName(),
                fields.emailAddress1(),
                fields.address1Line1(),
                fields.address1Line2(),
                fields.address1City(),
                fields.address1PostalCode(),
                fields.address1StateOrProvince()
              });
          keyed.add(new KeyTable.Keyed(id, Instant.now(), Keys.of(fields)));
        }
        jdbc.batchUpdate(
            """
            INSERT INTO lead (lead_id, version, subject, first_name, last_name, company_name, email_address1,
              address1_line1, address1_line2, address1_city, address1_postal_code, address1_state_or_province,
              state_code, status_code, owner_team, owning_business_unit, intake_channel, assignment_version,
              routing_hops, created_on, created_by, modified_on, modified_by, trail_length, trail_hash)
            VALUES (?, 0, 'Any', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 'triage', 'root', 'API', 0, 0, CURRENT_TIMESTAMP,
              'x', CURRENT_TIMESTAMP, 'x', 2, 'x')
            """,
            rows);
        keys.add(Owner.LEAD, keyed);
      }
    }

    /** As a database that has run for a while is. */
    void settle() {
      jdbc.execute("ANALYZE");
    }

    static Lead lead(LeadFields fields) {
      Instant now = Instant.now();
      return Records.of(
          Lead.class,
          Map.ofEntries(
              Map.entry("leadId", UUID.randomUUID()),
              Map.entry("fields", fields),
              Map.entry("stateCode", 0),
              Map.entry("statusCode", 1),
              Map.entry("assignmentVersion", 0),
              Map.entry("routingHops", 0),
              Map.entry("trailLength", 1),
              Map.entry("createdOn", now)));
    }
  }
}
