package org.leadflow.process.operations;

import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Ids;
import org.leadflow.rules.PublishedRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which nodes there are. Each says every few seconds that it is there and with which rules it
 * decides; one that is silent for longer has died.
 */
@Component
public class Nodes {

  private static final Logger log = LoggerFactory.getLogger(Nodes.class);

  private static final Duration SILENT = Duration.ofSeconds(45);
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final int LONGEST_RULES = 20_000;

  private final UUID id = Ids.next();
  private final Environment environment;
  private final @Nullable BuildProperties build;
  private final PublishedRules rules;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Instant started;

  Nodes(
      Environment environment,
      ObjectProvider<BuildProperties> build,
      PublishedRules rules,
      JdbcClient jdbc,
      Clock clock) {
    this.environment = environment;
    this.build = build.getIfAvailable();
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
    this.started = clock.instant();
  }

  /**
   * A node as it last said.
   *
   * @param name its machine and port
   * @param role what it does for the others: all, intake or worker
   * @param build the version of the product, null where that is not known
   * @param alive whether it was heard of lately
   * @param rules the version with which it decides, by rule set
   */
  public record Node(
      UUID id,
      String name,
      String role,
      @Nullable String build,
      Instant startedOn,
      Instant seenOn,
      boolean alive,
      Map<String, String> rules) {}

  /** All that were heard of within a day, the oldest first. */
  public List<Node> all() {
    return jdbc.sql("SELECT * FROM node ORDER BY started_on, node_id").query(this::read).list();
  }

  @Scheduled(
      initialDelayString = "${leadflow.nodes.every:10s}",
      fixedDelayString = "${leadflow.nodes.every:10s}")
  void say() {
    try {
      OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
      int known =
          jdbc.sql("UPDATE node SET seen_on = ?, rules = ? WHERE node_id = ?")
              .params(now, atWork(), id)
              .update();
      if (known == 0) {
        enter(now);
      }
    } catch (DataAccessException gone) {
      log.warn("This node could not say that it is there: {}", gone.getMessage());
    }
  }

  private void enter(OffsetDateTime now) {
    jdbc.sql("DELETE FROM node WHERE seen_on < ?").param(now.minus(FORGOTTEN)).update();
    jdbc.sql(
            "INSERT INTO node (node_id, name, role, build, started_on, seen_on, rules)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            name(),
            environment.getProperty("leadflow.node", "all"),
            build == null ? null : build.getVersion(),
            started.atOffset(ZoneOffset.UTC),
            now,
            atWork())
        .update();
  }

  /** A node that ends says so; one that is killed is silent. */
  @PreDestroy
  void leave() {
    try {
      jdbc.sql("DELETE FROM node WHERE node_id = ?").param(id).update();
    } catch (DataAccessException gone) {
      log.debug("The database is gone before this node", gone);
    }
  }

  private String name() {
    String port = environment.getProperty("local.server.port", "");
    try {
      return InetAddress.getLocalHost().getHostName() + (port.isEmpty() ? "" : ":" + port);
    } catch (UnknownHostException nameless) {
      return "port " + port;
    }
  }

  private String atWork() {
    String all =
        rules.atWork().ruleSets().stream()
            .map(set -> set.name() + "=" + set.version())
            .collect(Collectors.joining("\n"));
    return all.length() > LONGEST_RULES ? all.substring(0, LONGEST_RULES) : all;
  }

  private Node read(ResultSet row, int number) throws SQLException {
    Instant seen = row.getObject("seen_on", OffsetDateTime.class).toInstant();
    Map<String, String> versions = new TreeMap<>();
    row.getString("rules")
        .lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> versions.put(parts[0], parts[1]));
    return new Node(
        row.getObject("node_id", UUID.class),
        row.getString("name"),
        row.getString("role"),
        row.getString("build"),
        row.getObject("started_on", OffsetDateTime.class).toInstant(),
        seen,
        seen.isAfter(clock.instant().minus(SILENT)),
        versions);
  }
}
