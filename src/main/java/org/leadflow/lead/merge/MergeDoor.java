package org.leadflow.lead.merge;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadEvent.LeadMerged;
import org.leadflow.lead.LeadRecords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges leads as somebody asked at a door; he must be allowed to write both. */
@Service
public class MergeDoor {

  private final Merging merging;
  private final LeadAccess access;
  private final LeadRecords leads;
  private final ApplicationEventPublisher events;

  MergeDoor(
      Merging merging, LeadAccess access, LeadRecords leads, ApplicationEventPublisher events) {
    this.merging = merging;
    this.access = access;
    this.leads = leads;
    this.events = events;
  }

  /** What a merge would do. */
  @Transactional(readOnly = true)
  public Merging.Merged preview(UUID masterId, UUID otherId, Set<String> chosen) {
    Lead master = access.require(masterId, Privilege.WRITE);
    Lead other = access.require(otherId, Privilege.WRITE);
    require(master, other, chosen);
    return merging.preview(master, other, chosen);
  }

  /**
   * Merges the other lead into its master and ends its process.
   *
   * @param seen refuses versions other than the caller has seen
   */
  @Transactional
  public Merging.Merged merge(
      UUID masterId, UUID otherId, Set<String> chosen, BiConsumer<Lead, Lead> seen) {
    access.require(masterId, Privilege.WRITE);
    access.require(otherId, Privilege.WRITE);
    List<Lead> both = merging.hold(masterId, otherId);
    seen.accept(both.get(0), both.get(1));
    require(both.get(0), both.get(1), chosen);
    Merging.Merged merged = merging.merge(both.get(0), both.get(1), chosen);
    events.publishEvent(new LeadMerged(otherId, masterId));
    return merged;
  }

  private void require(Lead master, Lead other, Set<String> chosen) {
    merging
        .against(master, other)
        .ifPresent(
            no -> {
              throw Refused.conflict(no.code(), no.sentence());
            });
    List<FieldFault> faults =
        chosen.stream()
            .sorted()
            .filter(field -> !MergedFields.isOpenToChoice(field))
            .map(
                field ->
                    new FieldFault(
                        "take",
                        field
                            + " cannot be chosen: it is no field of a lead, belongs to one submission, or is a"
                            + " \"do not\", of which the strictest holds"))
            .toList();
    Refused.ifAny(faults);
  }

  /**
   * Takes back that a lead was merged.
   *
   * @param seen refuses a version other than the caller has seen
   */
  @Transactional
  public void unmerge(UUID mergedId, Consumer<Lead> seen) {
    access.require(mergedId, Privilege.WRITE);
    LeadMerge merge =
        merging
            .closing(mergedId)
            .orElseThrow(
                () -> Refused.conflict("not-merged", "The lead is not merged into another."));
    access.require(merge.masterId(), Privilege.WRITE);
    List<Lead> both = merging.hold(mergedId, merge.masterId());
    seen.accept(both.get(0));
    if (merging.closing(mergedId).filter(merge::equals).isEmpty()) {
      throw Refused.conflict("not-merged", "Somebody else has taken the merge back.");
    }
    merging
        .againstUndoing(merge)
        .ifPresent(
            no -> {
              throw Refused.conflict(no.code(), no.sentence());
            });
    merging.undo(merge);
  }
}
