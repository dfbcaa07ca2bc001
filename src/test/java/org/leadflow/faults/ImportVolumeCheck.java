package org.leadflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.wholeway.Api;

/**
 * A large file is taken in and routed, with little heap and while single leads come in; before it
 * and once more after it, single leads alone, of the same kind and sent one after the other by each
 * client. Prints the rates and their ratio, tenth by tenth of the file, what the heap held after
 * collections, and how long the single leads took meanwhile. Takes minutes, so it has a command of
 * its own: {@code mvn test -Dtest=ImportVolumeCheck -Drows=100000}, with {@code -Ddatabase=h2} or
 * {@code postgresql} for one of the two.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class ImportVolumeCheck {

  private static final int ROWS = Integer.getInteger("rows", 100_000);
  private static final int SINGLE = Integer.getInteger("single", 4_000);
  private static final int CLIENTS = 4;
  private static final String DATABASE = System.getProperty("database", "postgresql,h2");
  private static final Pattern COLLECTED = Pattern.compile("\\d+M->(\\d+)M\\((\\d+)M\\)");

  @TempDir Path home;

  @Test
  void onH2() throws IOException, InterruptedException {
    if (DATABASE.contains("h2")) {
      // The cache of the database is part of it.
      measure("H2", "1g");
    }
  }

  @Test
  void onPostgres() throws IOException, InterruptedException {
    if (DATABASE.contains("postgresql")) {
      // As a server is set up: what is committed is on the disk.
      try (var server =
          EmbeddedPostgres.builder()
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "512MB")
              .start()) {
        measure(
            "PostgreSQL",
            "512m",
            "--spring.profiles.active=demo,postgres",
            "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres");
      }
    }
  }

  private void measure(String database, String heap, String... settings)
      throws IOException, InterruptedException {
    Path collections = home.resolve("collections.log");
    Life life = Life.atWork(home, heap, collections, settings);
    try {
      singleLeads(life, SINGLE / 2);
      double single = SINGLE / singleLeads(life, SINGLE);
      double seconds = imported(life, database);
      double together = ROWS / seconds;
      double after = SINGLE / singleLeads(life, SINGLE);
      System.out.printf(
          "%s: single leads by %d clients %.0f/s, rows of the file %.0f/s, %.1f times as many; single leads after it %.0f/s; heap after collections at most %s%n",
          database, CLIENTS, single, together, together / single, after, heap(collections));
    } finally {
      life.kill();
    }
  }

  /** Seconds until so many leads, sent by some clients, have their owners. */
  private static double singleLeads(Life life, int many) throws InterruptedException {
    long begun = System.nanoTime();
    var next = new AtomicInteger();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      clients.execute(
          () -> {
            Api website = life.as("website");
            while (next.getAndIncrement() < many) {
              single(website);
            }
          });
    }
    clients.shutdown();
    assertThat(clients.awaitTermination(20, TimeUnit.MINUTES)).isTrue();
    return (owners(life) - begun) / 1e9;
  }

  /**
   * When the last of them had its owner. A lead that looks like one that is there stays with the
   * lead desk until a person decides; of those there are few.
   */
  private static long owners(Life life) throws InterruptedException {
    long changed = System.nanoTime();
    int before = waiting(life);
    int now = before;
    while (now > 0 && seconds(changed) < 20) {
      Thread.sleep(100);
      now = waiting(life);
      changed = now == before ? changed : System.nanoTime();
      before = now;
    }
    assertThat(now).isLessThan(ROWS / 100);
    return changed;
  }

  private static int waiting(Life life) {
    return life.as("admin").get("/api/leads?size=1&ownerId=triage").body().get("total").asInt();
  }

  /** Seconds until each row of the file is a lead with its owner. */
  private double imported(Life life, String database) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    String id = sent(life, file());
    System.out.printf("%s: %d rows sent and read in %.1f s%n", database, ROWS, seconds(begun));
    begun = System.nanoTime();
    Api.Answer started =
        life.as("admin").post("/api/imports/" + id + "/start", Map.of("source", "volume"));
    assertThat(started.status()).as("%s", started.body()).isEqualTo(200);
    List<Double> stored = new ArrayList<>();
    List<Double> routed = new ArrayList<>();
    Api website = life.as("website");
    JsonNode read = read(life, id);
    int told = 0;
    while (!read.get("status").asText().equals("DONE")) {
      meanwhile(life, website, stored, routed);
      read = read(life, id);
      int tenth = read.get("progress").get("done").asInt() * 10 / ROWS;
      if (tenth > told) {
        told = tenth;
        System.out.printf("%s: %d0 %% after %.0f s%n", database, tenth, seconds(begun));
      }
    }
    assertThat(read.get("progress").get("created").asInt()).isEqualTo(ROWS);
    double took = (owners(life) - begun) / 1e9;
    System.out.printf(
        "%s: single leads meanwhile %d, stored in %s, with an owner in %s%n",
        database, stored.size(), millis(stored), millis(routed));
    return took;
  }

  /** A single lead, and a pause: somebody at work beside the import. */
  private static void meanwhile(Life life, Api website, List<Double> stored, List<Double> routed)
      throws InterruptedException {
    long begun = System.nanoTime();
    String lead = single(website).text("leadId");
    stored.add(seconds(begun));
    while (!isOwned(life, lead) && seconds(begun) < 20) {
      // Whoever asks more often takes the time of what is measured.
      Thread.sleep(50);
    }
    routed.add(seconds(begun));
    Thread.sleep(200);
  }

  private static boolean isOwned(Life life, String lead) {
    Api.Answer answer = life.as("admin").get("/api/leads/" + lead);
    // Of an hour one answer may be 503; what it costs is in the times.
    return answer.status() == 200 && !answer.text("ownerId").equals("triage");
  }

  private static Api.Answer single(Api website) {
    Api.Answer answer = website.post("/api/leads", german());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer;
  }

  private static Map<String, Object> german() {
    var person = new Person();
    return new TreeMap<>(
        Map.of(
            "subject",
            "Plant monitoring",
            "firstName",
            person.first,
            "lastName",
            person.last,
            "companyName",
            person.company,
            "emailAddress1",
            person.mail,
            "address1City",
            person.city,
            "address1Country",
            "Germany",
            "numberOfEmployees",
            800));
  }

  private Path file() throws IOException {
    Path file = home.resolve("large.csv");
    try (Writer text = Files.newBufferedWriter(file)) {
      text.write("Lead ID,First Name,Last Name,Company,Email,City,Country,Topic,Employees\n");
      for (int i = 0; i < ROWS; i++) {
        var person = new Person();
        text.write(
            "%d,%s,%s,%s,%s,%s,Germany,Plant monitoring,800\n"
                .formatted(i, person.first, person.last, person.company, person.mail, person.city));
      }
    }
    return file;
  }

  /** Somebody of his own, with names that others have, too, some of them many others. */
  private static final class Person {

    private static final List<String> SYLLABLES =
        List.of(
            ("an ber dor el fen gar hol im jan kra lin mor nel ost pal quin ras stein tor ulm vel wei xan yor zim "
                    + "bach hoff mann feld roth schul wald meyer krug lamb voss")
                .split(" "));

    private final String first = often(1);
    private final String last = often(2);
    private final String city = often(1) + "stadt";
    private final String company =
        UUID.randomUUID().toString().replaceAll("[^a-f]", "") + often(2) + " GmbH";
    private final String mail = "mail@" + UUID.randomUUID() + ".example";

    /** The first syllables more often than the last ones, as with real names. */
    private static String often(int syllables) {
      var name = new StringBuilder("A");
      for (int i = 0; i <= syllables; i++) {
        double any = ThreadLocalRandom.current().nextDouble();
        name.append(SYLLABLES.get((int) (SYLLABLES.size() * any * Math.sqrt(any))));
      }
      return name.toString();
    }
  }

  private static JsonNode read(Life life, String id) {
    return life.as("admin").get("/api/imports/" + id).body();
  }

  private static String sent(Life life, Path file) throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString(("admin:" + Life.PASSWORD).getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + life.port() + "/api/imports"))
            .header("Authorization", "Basic " + login)
            .header("Content-Type", "multipart/form-data; boundary=between")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(
                        "--between\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n\r\n"),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--between--\r\n")))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body().replaceFirst("(?s).*\"importId\":\"([^\"]+)\".*", "$1");
  }

  private static String heap(Path collections) throws IOException {
    int most = 0;
    String limit = "?";
    for (String line : Files.readAllLines(collections)) {
      Matcher collected = COLLECTED.matcher(line);
      if (collected.find()) {
        most = Math.max(most, Integer.parseInt(collected.group(1)));
        limit = collected.group(2);
      }
    }
    return "%d of %s MB".formatted(most, limit);
  }

  private static String millis(List<Double> seconds) {
    if (seconds.isEmpty()) {
      return "-";
    }
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return "%.0f ms (95 %%: %.0f ms, 99 %%: %.0f ms)"
        .formatted(
            sorted.get(sorted.size() / 2) * 1000,
            sorted.get(sorted.size() * 95 / 100) * 1000,
            sorted.get(sorted.size() * 99 / 100) * 1000);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
