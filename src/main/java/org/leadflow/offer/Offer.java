package org.leadflow.offer;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;

/**
 * A lead that was offered to a partner, and what came of it.
 *
 * @param team the partner's team it was offered to; null when it was one person, then {@code user}
 *     is set
 * @param lapsesOn until when the partner may answer
 * @param protectedUntil until when an accepted lead stays his; null when it is not protected
 * @param answeredBy who answered; null when nobody did
 */
public record Offer(
    UUID offerId,
    UUID leadId,
    String partnerId,
    @Nullable String team,
    @Nullable String user,
    State state,
    Instant offeredOn,
    Instant lapsesOn,
    @Nullable Instant answeredOn,
    @Nullable String answeredBy,
    @Nullable Instant protectedUntil) {

  /** What can become of an offer; kept with its row, never renamed. */
  public enum State {
    /** Nobody answered yet. */
    OPEN,
    /** The lead is theirs. */
    ACCEPTED,
    /** They do not want it. */
    DECLINED,
    /** Nobody answered in time. */
    LAPSED,
    /** They accepted it and gave it back, or let it lapse too often. */
    RETURNED,
    /** Somebody else got the lead by hand, or it was closed, before anybody answered. */
    WITHDRAWN
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** To whom it was offered. */
  public Owner to() {
    return team != null ? Owner.team(team) : Owner.user(user);
  }

  /** Stable, for callers who come too late: {@code offer-accepted} and so on. */
  String code() {
    return "offer-" + state.name().toLowerCase(Locale.ROOT);
  }
}
