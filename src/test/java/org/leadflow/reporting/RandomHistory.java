package org.leadflow.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leads that something became of, written as the product writes them, over two years: routed,
 * contacted, qualified into opportunities of their own or of others, disqualified, reactivated,
 * given to others, deleted.
 */
final class RandomHistory {

  static final Instant BEGIN = Instant.parse("2024-11-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-20T12:34:56Z");

  private static final String[] USERS = {"anna", "dora", "olivia", "freja", "kenji"};
  private static final String[] TEAMS = {"emea-sales", "americas-sales", "nordwind-sales"};
  private static final String[] CURRENCIES = {"EUR", "USD", "GBP", "JPY"};
  private static final int[] REASONS = {4, 5, 6, 7, 100000000, 100000001};

  private final JdbcClient jdbc;
  private final Random random;
  private final List<UUID> leads = new ArrayList<>();
  private final List<UUID> opportunities = new ArrayList<>();
  private int hashes;

  RandomHistory(JdbcClient jdbc, long seed) {
    this.jdbc = jdbc;
    this.random = new Random(seed);
  }

  void people() {
    unit("emea", "root");
    unit("dach", "emea");
    unit("americas", "root");
    partner("nordwind", "emea");
    partner("pacifica", "americas");
    team("emea-sales", "emea", null);
    team("americas-sales", "americas", null);
    team("nordwind-sales", "emea", "nordwind");
    user("anna", "emea", null);
    user("dora", "dach", null);
    user("olivia", "americas", null);
    user("freja", "emea", "nordwind");
    user("kenji", "americas", "pacifica");
    user("mona", "emea", null);
    user("ada", "root", null);
    member("anna", "emea-sales");
    member("olivia", "emea-sales");
    member("olivia", "americas-sales");
    member("freja", "nordwind-sales");
    member("freja", "triage");
    member("dora", "triage");
    sql(
        "INSERT INTO working_calendar (id, name, time_zone) VALUES ('office', 'Office', 'Europe/Berlin')");
    for (int day = 1; day <= 5; day++) {
      sql("INSERT INTO working_hours VALUES ('office', ?, 540, 720)", day);
      sql("INSERT INTO working_hours VALUES ('office', ?, 780, 1020)", day);
    }
    sql("INSERT INTO calendar_day_off VALUES ('office', ?)", java.sql.Date.valueOf("2025-12-24"));
    sql("UPDATE business_unit SET calendar_id = 'office' WHERE id = 'emea'");
    sql("INSERT INTO currency (code, rate) VALUES ('USD', 1.085), ('GBP', 0.856)");
  }

  /** New leads, each with what became of it. */
  void leads(int many) {
    for (int i = 0; i < many; i++) {
      lead();
    }
  }

  /** Something more becomes of some of them. */
  void goesOn(int many) {
    for (int i = 0; i < many; i++) {
      UUID lead = leads.get(random.nextInt(leads.size()));
      Integer state =
          jdbc.sql("SELECT state_code FROM lead WHERE lead_id = ?")
              .param(lead)
              .query(Integer.class)
              .optional()
              .orElse(null);
      if (state == null) {
        continue;
      }
      Instant at = NOW.minusSeconds(random.nextInt(20));
      if (random.nextInt(6) == 0) {
        delete(lead, at);
      } else if (state != 0) {
        reactivate(lead, at);
        given(lead, at);
      } else {
        given(lead, at);
        closed(lead, at);
      }
    }
    for (UUID opportunity : opportunities) {
      if (random.nextInt(5) == 0) {
        closedOpportunity(opportunity);
      }
    }
  }

  /** Customers of some leads ask for a product, before anything else they asked. */
  void productsAreAskedFor(int many) {
    for (int i = 0; i < many; i++) {
      sql(
          """
          INSERT INTO customer_request (request_id, version, lead_id, text, product_interest, channel, received_on,
            created_on, created_by)
          SELECT CAST(? AS uuid), 0, lead_id, 'x', CAST(? AS varchar(500)), 'API', CAST(? AS timestamp with time zone),
            CAST(? AS timestamp with time zone), 'x'
          FROM lead WHERE lead_id = ?
          """,
          new UUID(random.nextLong(), random.nextLong()),
          "first product " + i % 3,
          time(BEGIN.minusSeconds(i)),
          time(NOW.minusSeconds(5)),
          leads.get(random.nextInt(leads.size())));
    }
  }

  /** A turn of which nobody knew yet. */
  void turn(Instant at) {
    UUID lead =
        jdbc.sql("SELECT lead_id FROM lead WHERE owner_user IS NOT NULL FETCH FIRST 1 ROW ONLY")
            .query(UUID.class)
            .single();
    decided(lead, at, "routed", "ASSIGNED", "emea-sales");
  }

  private void lead() {
    UUID lead = new UUID(random.nextLong(), random.nextLong());
    leads.add(lead);
    Instant created = BEGIN.plusSeconds(random.nextInt(730 * 86400));
    Integer source = random.nextInt(8) == 0 ? null : 1 + random.nextInt(10);
    sql(
        """
        INSERT INTO lead (lead_id, version, subject, last_name, lead_source_code, campaign_id, utm_campaign,
          channel_partner_id, state_code, status_code, owner_team, owning_business_unit, intake_channel,
          assignment_version, routing_hops, created_on, created_by, modified_on, modified_by, trail_length, trail_hash)
        VALUES (?, 0, 'x', 'x', ?, ?, ?, ?, 0, 1, 'triage', 'root', 'API', 0, 0, ?, 'x', ?, 'x', 1, 'x')
        """,
        lead,
        source,
        random.nextBoolean() ? "c" + random.nextInt(4) : null,
        random.nextBoolean() ? "utm" + random.nextInt(3) : null,
        random.nextInt(4) == 0 ? "nordwind" : null,
        time(created),
        time(created));
    trail(lead, created, "CREATED", null, "triage");
    for (int request = random.nextInt(3); request > 0; request--) {
      sql(
          """
          INSERT INTO customer_request (request_id, version, lead_id, text, product_interest, channel, received_on,
            created_on, created_by) VALUES (?, 0, ?, 'x', ?, 'API', ?, ?, 'x')
          """,
          new UUID(random.nextLong(), random.nextLong()),
          lead,
          random.nextBoolean() ? "product " + random.nextInt(3) : null,
          time(created.plusSeconds(request)),
          time(created));
    }
    Instant at = later(created, 3);
    if (random.nextInt(10) == 0) {
      decided(lead, at, "no-rule-matched", "TRIAGE", null);
      return;
    }
    given(lead, at);
    at = later(at, 200_000);
    if (random.nextInt(3) > 0) {
      contacted(lead, at);
    }
    if (random.nextInt(3) > 0) {
      closed(lead, later(at, 900_000));
    }
  }

  private void given(UUID lead, Instant at) {
    boolean team = random.nextInt(4) == 0;
    String user = team ? null : USERS[random.nextInt(USERS.length)];
    String ownerTeam = team ? TEAMS[random.nextInt(TEAMS.length)] : null;
    String table = team ? "team" : "app_user";
    sql(
        """
        UPDATE lead SET version = version + 1, owner_user = ?, owner_team = ?, assigned_on = ?,
          owning_business_unit = (SELECT business_unit_id FROM %1$s x WHERE x.id = ?),
          owning_partner = (SELECT partner_id FROM %1$s x WHERE x.id = ?)
        WHERE lead_id = ?
        """
            .formatted(table),
        user,
        ownerTeam,
        time(at),
        team ? ownerTeam : user,
        team ? ownerTeam : user,
        lead);
    trail(lead, at, "ASSIGNED", user, ownerTeam);
    boolean turn = user != null && random.nextBoolean();
    decided(lead, at, "routed", "ASSIGNED", turn ? "emea-sales" : null);
  }

  private void contacted(UUID lead, Instant at) {
    sql(
        "UPDATE lead SET version = version + 1, status_code = 2, first_responded_on = ? WHERE lead_id = ?",
        time(at),
        lead);
    trail(lead, at, "CONTACTED", owner(lead, "owner_user"), owner(lead, "owner_team"));
    event(lead, "FIRST_RESPONSE", random.nextBoolean() ? "MET" : "LATE", at);
  }

  private void closed(UUID lead, Instant at) {
    boolean qualified = random.nextBoolean();
    UUID opportunity = qualified && random.nextInt(4) > 0 ? opportunity(at) : null;
    int reason = qualified ? 3 : REASONS[random.nextInt(REASONS.length)];
    sql(
        """
        UPDATE lead SET version = version + 1, state_code = ?, reason_before_closing = status_code, status_code = ?,
          qualifying_opportunity_id = coalesce(?, qualifying_opportunity_id)
        WHERE lead_id = ?
        """,
        qualified ? 1 : 2,
        reason,
        opportunity,
        lead);
    trail(
        lead,
        at,
        qualified ? "QUALIFIED" : "DISQUALIFIED",
        owner(lead, "owner_user"),
        owner(lead, "owner_team"));
    String[] what = {"MET", "LATE", "REROUTED", "MISSED", "REMINDED", "WAITING"};
    event(lead, "QUALIFICATION", what[random.nextInt(what.length)], at);
  }

  private void reactivate(UUID lead, Instant at) {
    sql(
        """
        UPDATE lead SET version = version + 1, state_code = 0, status_code = reason_before_closing,
          reason_before_closing = NULL WHERE lead_id = ?
        """,
        lead);
    trail(lead, at, "REACTIVATED", owner(lead, "owner_user"), owner(lead, "owner_team"));
  }

  private void delete(UUID lead, Instant at) {
    String user = owner(lead, "owner_user");
    String team = owner(lead, "owner_team");
    sql("DELETE FROM lead WHERE lead_id = ?", lead);
    trail(lead, at, "DELETED", user, team);
  }

  /** One that is there, or a new one. */
  private UUID opportunity(Instant at) {
    if (!opportunities.isEmpty() && random.nextInt(3) == 0) {
      return opportunities.get(random.nextInt(opportunities.size()));
    }
    UUID id = new UUID(random.nextLong(), random.nextLong());
    opportunities.add(id);
    String user = USERS[random.nextInt(USERS.length)];
    sql(
        """
        INSERT INTO account (account_id, version, name, owner_user, owning_business_unit, created_on, created_by)
        VALUES (?, 0, 'x', 'anna', 'emea', ?, 'x')
        """,
        id,
        time(at));
    sql(
        """
        INSERT INTO opportunity (opportunity_id, version, name, state_code, status_code, stage, parent_account_id,
          transaction_currency_id, estimated_amount, owner_user, owning_business_unit, owning_partner, created_on,
          created_by)
        VALUES (?, 0, 'x', 0, 1, 'DEVELOP', ?, ?, ?, ?, (SELECT business_unit_id FROM app_user WHERE id = ?),
          (SELECT partner_id FROM app_user WHERE id = ?), ?, 'x')
        """,
        id,
        id,
        CURRENCIES[random.nextInt(CURRENCIES.length)],
        random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_000_000), 2),
        user,
        user,
        user,
        time(at));
    if (random.nextBoolean()) {
      closedOpportunity(id);
    }
    return id;
  }

  private void closedOpportunity(UUID id) {
    boolean won = random.nextBoolean();
    sql(
        "UPDATE opportunity SET state_code = ?, status_code = ?, actual_amount = ? WHERE opportunity_id = ?",
        won ? 1 : 2,
        won ? 3 : 4,
        won ? BigDecimal.valueOf(random.nextInt(10_000_000), 2) : null,
        id);
  }

  private void decided(UUID lead, Instant at, String code, String outcome, @Nullable String pool) {
    String explanation =
        pool == null
            ? "{}"
            : """
              {"pool": {"tieBreak": "turn"}, "candidates": [
                {"userId": "anna", "name": "Anna", "eligible": true, "numbers": {"weight": 2}},
                {"userId": "%s", "name": "X", "eligible": true, "numbers": {"weight": 1}}]}
              """
                .formatted(USERS[1 + random.nextInt(4)]);
    sql(
        """
        INSERT INTO decision (decision_id, lead_id, question, decided_on, code, sentence, owner_user, owner_team,
          pool_id, explanation, outcome) VALUES (?, ?, 'ROUTING', ?, ?, 'x', ?, ?, ?, ?, ?)
        """,
        new UUID(random.nextLong(), random.nextLong()),
        lead,
        time(at),
        code,
        owner(lead, "owner_user"),
        owner(lead, "owner_team"),
        pool,
        explanation,
        outcome);
  }

  private void event(UUID lead, String deadline, String what, Instant at) {
    sql(
        """
        INSERT INTO deadline_event (event_id, lead_id, deadline, what, happened_on, owner_user, owner_team,
          owning_business_unit, grade, lead_source_code)
        SELECT CAST(? AS uuid), lead_id, CAST(? AS varchar(20)), CAST(? AS varchar(20)),
          CAST(? AS timestamp with time zone), owner_user, owner_team, owning_business_unit, grade, lead_source_code
        FROM lead WHERE lead_id = ?
        """,
        new UUID(random.nextLong(), random.nextLong()),
        deadline,
        what,
        time(at),
        lead);
  }

  private void trail(
      UUID lead, Instant at, String action, @Nullable String user, @Nullable String team) {
    sql(
        """
        INSERT INTO lead_audit (lead_id, seq, at, actor, door, action, state_code, status_code, owner_user, owner_team,
          hash)
        VALUES (?, (SELECT coalesce(max(a.seq), 0) + 1 FROM lead_audit a WHERE a.lead_id = ?), ?, 'x', 'API', ?, 0, 1,
          ?, ?, ?)
        """,
        lead,
        lead,
        time(at),
        action,
        user,
        team,
        "hash" + hashes++);
  }

  private @Nullable String owner(UUID lead, String column) {
    return jdbc.sql("SELECT coalesce(" + column + ", '') FROM lead WHERE lead_id = ?")
        .param(lead)
        .query(String.class)
        .optional()
        .filter(owner -> !owner.isEmpty())
        .orElse(null);
  }

  private Instant later(Instant time, int seconds) {
    return time.plus(random.nextInt(seconds * 1000), ChronoUnit.MILLIS);
  }

  private void unit(String id, String above) {
    sql("INSERT INTO business_unit (id, name, parent_id) VALUES (?, ?, ?)", id, id, above);
  }

  private void partner(String id, String unit) {
    sql("INSERT INTO channel_partner (id, name, business_unit_id) VALUES (?, ?, ?)", id, id, unit);
  }

  private void team(String id, String unit, @Nullable String partner) {
    sql(
        "INSERT INTO team (id, name, business_unit_id, partner_id) VALUES (?, ?, ?, ?)",
        id,
        id,
        unit,
        partner);
    sql("INSERT INTO pool (team_id, turn) VALUES (?, 0)", id);
  }

  private void member(String user, String team) {
    sql("INSERT INTO team_member (team_id, user_id) VALUES (?, ?)", team, user);
  }

  private void user(String id, String unit, @Nullable String partner) {
    sql(
        "INSERT INTO app_user (id, name, business_unit_id, partner_id, active) VALUES (?, ?, ?, ?, TRUE)",
        id,
        id,
        unit,
        partner);
  }

  private void sql(String statement, Object... parameters) {
    jdbc.sql(statement).params(parameters).update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
