package org.leadflow.qualification;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.CurrentActor;
import org.leadflow.duplicates.Certainty;
import org.leadflow.duplicates.Duplicates;
import org.leadflow.duplicates.Match;
import org.leadflow.lead.Lead;
import org.springframework.stereotype.Component;

/**
 * Finds what an account or contact about to be created would duplicate, and tells what a person has
 * decided about it already.
 */
@Component
class Duplication {

  /** Of each candidate so many bytes of a hash stand in the token. */
  private static final int BYTES = 8;

  private final Duplicates duplicates;
  private final CurrentActor actor;

  Duplication(Duplicates duplicates, CurrentActor actor) {
    this.duplicates = duplicates;
    this.actor = actor;
  }

  /** Until this transaction ends nobody else creates customers like this lead's. */
  void lock(Lead lead) {
    duplicates.lock(lead.fields());
  }

  /** The accounts like the one about to be created that nobody decided on. */
  List<Match> accounts(Lead lead, QualifyLead request) {
    return undecided(
        RecordType.ACCOUNT, request, lead, () -> duplicates.accountsLike(lead.fields()));
  }

  /**
   * @param accountId the existing account the contact would belong to, null when there is none
   */
  List<Match> contacts(Lead lead, QualifyLead request, @Nullable UUID accountId) {
    return undecided(
        RecordType.CONTACT, request, lead, () -> duplicates.contactsLike(lead.fields(), accountId));
  }

  /** The one record to link, where the request wants exact matches used and there is just one. */
  static Optional<UUID> toLink(List<Match> matches, QualifyLead request) {
    List<Match> exact =
        matches.stream().filter(match -> match.certainty() == Certainty.EXACT).toList();
    return request.onDuplicate() == QualifyLead.OnDuplicate.USE_EXACT && exact.size() == 1
        ? Optional.of(exact.get(0).id())
        : Optional.empty();
  }

  private List<Match> undecided(RecordType type, QualifyLead request, Lead lead, Look look) {
    if (Boolean.TRUE.equals(request.suppressDuplicateDetection())) {
      return List.of();
    }
    List<Match> matches = look.up();
    if (!request.ignoreDuplicates().contains(type)) {
      return matches;
    }
    // Tasklist has nowhere to keep a token; who ticks its box has the lead's card before him.
    if (actor.get().door() == Actor.Door.TASKLIST) {
      return List.of();
    }
    List<ByteBuffer> seen = seen(request.duplicateToken());
    return matches.stream().allMatch(match -> seen.contains(mark(lead, match)))
        ? List.of()
        : matches;
  }

  /** Names the candidates that were shown; a further one is not covered by it. */
  static String token(Lead lead, List<Match> shown) {
    ByteBuffer bytes = ByteBuffer.allocate(shown.size() * BYTES);
    shown.forEach(match -> bytes.put(mark(lead, match)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static List<ByteBuffer> seen(@Nullable String token) {
    if (token == null) {
      return List.of();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      return Stream.iterate(0, at -> at + BYTES <= bytes.length, at -> at + BYTES)
          .map(at -> ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, at + BYTES)))
          .toList();
    } catch (IllegalArgumentException noToken) {
      return List.of();
    }
  }

  private static ByteBuffer mark(Lead lead, Match match) {
    byte[] hash = DigestUtils.sha256(lead.leadId() + " " + match.type() + " " + match.id());
    return ByteBuffer.wrap(Arrays.copyOf(hash, BYTES));
  }

  private interface Look {
    List<Match> up();
  }
}
