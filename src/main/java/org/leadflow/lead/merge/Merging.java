package org.leadflow.lead.merge;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadUnmerged;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.PastValues;
import org.leadflow.lead.Reactivation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges a lead into another one, its master, and takes that back. Nothing is deleted: the merged
 * lead is closed as a duplicate, keeps its fields and names its master; what belongs to it follows.
 * The master keeps its owner. All in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Merging {

  private final LeadRecords leads;
  private final LeadLife life;
  private final Reactivation reactivation;
  private final PastValues past;
  private final Belongings belongings;
  private final Merges merges;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Merging(
      LeadRecords leads,
      LeadLife life,
      Reactivation reactivation,
      PastValues past,
      Belongings belongings,
      Merges merges,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.leads = leads;
    this.life = life;
    this.reactivation = reactivation;
    this.past = past;
    this.belongings = belongings;
    this.merges = merges;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Holds both leads until the transaction ends, in one order whoever comes, so that two who merge
   * them crosswise do not wait for each other.
   *
   * @return the first, then the second
   */
  public List<Lead> hold(UUID one, UUID other) {
    Stream.of(one, other).sorted().forEach(leads::locked);
    return List.of(leads.get(one), leads.get(other));
  }

  /** Why these two cannot become one; empty when they can. The caller holds both. */
  public Optional<No> against(Lead master, Lead other) {
    if (master.leadId().equals(other.leadId())) {
      return Optional.of(new No("same-lead", "A lead cannot be merged into itself."));
    }
    return Stream.of(master, other)
        .filter(lead -> !lead.isOpen())
        .findFirst()
        .map(
            closed ->
                new No(
                    "lead-closed",
                    "The lead "
                        + closed.leadId()
                        + " is "
                        + closed.state().label()
                        + "; only Open leads are merged."));
  }

  /** What a merge would do; writes nothing. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Merged preview(Lead master, Lead other, Set<String> chosen) {
    return new Merged(
        null,
        MergedFields.of(master.fields(), other.fields(), chosen).choices(),
        belongings.counted(other.leadId(), master.leadId()));
  }

  /**
   * Merges the other lead into its master. The caller holds both and found nothing {@link
   * #against}; the process of the other is his to end.
   *
   * @param chosen the fields in which the other's value replaces the master's
   */
  public Merged merge(Lead master, Lead other, Set<String> chosen) {
    MergedFields.Result result = MergedFields.of(master.fields(), other.fields(), chosen);
    int before = master.trailLength();
    Lead filled = leads.change(master.leadId(), master.version(), result.fields(), Set.of()).lead();
    boolean changed = filled.trailLength() > before;
    var merge =
        new LeadMerge(
            Ids.next(),
            master.leadId(),
            other.leadId(),
            changed ? filled.trailLength() : null,
            clock.instant(),
            actor.get().id(),
            null,
            null);
    merges.add(merge);
    Map<String, Integer> moved =
        belongings.follow(merge.mergeId(), other.leadId(), master.leadId());
    leads.tell(filled, Action.MERGED, told(other, moved));
    life.merged(other, master.leadId());
    return new Merged(merge, result.choices(), moved);
  }

  /** Where the other came from counts for whoever brought it, so the trail of the master tells. */
  private static String told(Lead other, Map<String, Integer> moved) {
    return "lead "
        + other.leadId()
        + " via "
        + other.intakeChannel()
        + (moved.isEmpty() ? "" : ", with its " + String.join(", ", moved.keySet()));
  }

  /** The merge in force that closed this lead. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<LeadMerge> closing(UUID mergedId) {
    return merges.closing(mergedId);
  }

  /** All in which the lead took part, newest first. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public List<LeadMerge> of(UUID leadId) {
    return merges.of(leadId);
  }

  /** The leads that are merged into this one now. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public List<UUID> into(UUID masterId) {
    return merges.into(masterId).stream().map(LeadMerge::mergedId).toList();
  }

  /** Why a merge can no longer be taken back; empty when it can. The caller holds both leads. */
  Optional<No> againstUndoing(LeadMerge merge) {
    Lead master = leads.get(merge.masterId());
    if (master.isOpen()) {
      return Optional.empty();
    }
    String then =
        Boolean.TRUE.equals(master.product().merged())
            ? "was merged into the lead " + master.product().masterId() + " since; undo that first."
            : "is " + master.state().label() + " since; what came of it builds upon the merge.";
    return Optional.of(
        new No("built-upon", "The lead " + master.leadId() + " it was merged into " + then));
  }

  /**
   * Takes a merge back: what followed and is still with the master returns, but for what others
   * that are still merged into it have, too; fields of the master that still hold what the merge
   * filled in become what they were, but for what those others, or its own source, refuse; and the
   * merged lead is Open again and goes on with its owner. The caller holds both and found nothing
   * {@link #againstUndoing}.
   */
  public void undo(LeadMerge merge) {
    belongings.bringBack(merge.mergeId(), merge.mergedId(), merge.masterId());
    merges.undone(merge, clock.instant(), actor.get().id());
    List<LeadMerge> others = merges.into(merge.masterId());
    others.forEach(other -> belongings.followInstead(other, merge));
    Lead master = leads.get(merge.masterId());
    if (merge.changeSeq() != null) {
      LeadFields before = past.before(master, merge.changeSeq());
      for (LeadMerge other : others) {
        before = MergedFields.strictest(before, leads.get(other.mergedId()).fields());
      }
      master = leads.change(master.leadId(), master.version(), before, Set.of()).lead();
    }
    leads.tell(master, Action.UNMERGED, "lead " + merge.mergedId());
    reactivation.unmerged(leads.get(merge.mergedId()));
    events.publishEvent(new LeadUnmerged(merge.mergedId(), merge.masterId()));
  }

  /** Why not, for a door. */
  public record No(String code, String sentence) {}

  /**
   * What a merge did or would do.
   *
   * @param merge null for one that was not done
   * @param moved how many of each kind followed
   */
  public record Merged(
      @Nullable LeadMerge merge, List<MergedFields.Choice> choices, Map<String, Integer> moved) {}
}
