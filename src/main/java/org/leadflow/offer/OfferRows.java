package org.leadflow.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.VisibleRows;
import org.leadflow.offer.Offer.State;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps offers. Whoever writes one holds its lead. */
@Component
class OfferRows {

  private final JdbcClient jdbc;

  OfferRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of a lead, the newest first. */
  List<Offer> of(UUID leadId) {
    return jdbc.sql("SELECT * FROM lead_offer WHERE lead_id = ? ORDER BY offered_on DESC, offer_id")
        .param(leadId)
        .query(OfferRows::read)
        .list();
  }

  Optional<Offer> open(UUID leadId) {
    return jdbc.sql("SELECT * FROM lead_offer WHERE lead_id = ? AND state = 'OPEN'")
        .param(leadId)
        .query(OfferRows::read)
        .optional();
  }

  /** Whether this partner had the lead on offer and did not take it, or gave it up. */
  boolean isOver(UUID leadId, String partnerId) {
    return jdbc.sql(
                "SELECT count(*) FROM lead_offer WHERE lead_id = ? AND partner_id = ?"
                    + " AND state IN ('DECLINED', 'LAPSED', 'RETURNED')")
            .params(leadId, partnerId)
            .query(Long.class)
            .single()
        > 0;
  }

  /** What a partner accepted is his no longer. */
  void returned(UUID leadId, String partnerId) {
    jdbc.sql(
            "UPDATE lead_offer SET state = 'RETURNED' WHERE lead_id = ? AND partner_id = ?"
                + " AND state = 'ACCEPTED'")
        .params(leadId, partnerId)
        .update();
  }

  /**
   * A page of those nobody answered yet about leads that may be seen, the next to lapse first.
   *
   * @param partnerId the partner they were made to; null for any
   */
  Page<Offer> open(@Nullable String partnerId, VisibleRows seen, Pageable page) {
    String open =
        " FROM lead_offer o JOIN lead ON lead.lead_id = o.lead_id WHERE o.state = 'OPEN' AND "
            + (partnerId == null ? "" : "o.partner_id = :partner AND ")
            + seen.of("lead");
    List<Offer> found =
        jdbc.sql(
                "SELECT o.*"
                    + open
                    + " ORDER BY o.lapses_on, o.offer_id"
                    + " OFFSET :skipped ROWS FETCH NEXT :size ROWS ONLY")
            .params(seen.parameters())
            .param("partner", partnerId)
            .param("skipped", page.getOffset())
            .param("size", page.getPageSize())
            .query(OfferRows::read)
            .list();
    return PageableExecutionUtils.getPage(
        found,
        page,
        () ->
            jdbc.sql("SELECT count(*)" + open)
                .params(seen.parameters())
                .param("partner", partnerId)
                .query(Long.class)
                .single());
  }

  void add(Offer offer) {
    jdbc.sql(
            """
            INSERT INTO lead_offer (offer_id, lead_id, partner_id, team_id, user_id, state, offered_on, lapses_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            offer.offerId(),
            offer.leadId(),
            offer.partnerId(),
            offer.team(),
            offer.user(),
            offer.state().name(),
            offer.offeredOn().atOffset(ZoneOffset.UTC),
            offer.lapsesOn().atOffset(ZoneOffset.UTC))
        .update();
  }

  void end(
      UUID offerId,
      State state,
      Instant on,
      @Nullable String by,
      @Nullable Instant protectedUntil) {
    jdbc.sql(
            "UPDATE lead_offer SET state = ?, answered_on = ?, answered_by = ?, protected_until = ?"
                + " WHERE offer_id = ?")
        .params(
            state.name(),
            on.atOffset(ZoneOffset.UTC),
            by,
            protectedUntil == null ? null : protectedUntil.atOffset(ZoneOffset.UTC),
            offerId)
        .update();
  }

  private static Offer read(ResultSet row, int number) throws SQLException {
    return new Offer(
        row.getObject("offer_id", UUID.class),
        row.getObject("lead_id", UUID.class),
        row.getString("partner_id"),
        row.getString("team_id"),
        row.getString("user_id"),
        State.valueOf(row.getString("state")),
        time(row, "offered_on"),
        time(row, "lapses_on"),
        time(row, "answered_on"),
        row.getString("answered_by"),
        time(row, "protected_until"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
