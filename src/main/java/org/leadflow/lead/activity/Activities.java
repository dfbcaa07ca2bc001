package org.leadflow.lead.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.RecordKind;
import org.leadflow.lead.StatusCode;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the activities of leads and of what they became. Whether one may be written is asked at the
 * door.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Activities {

  private final LeadActivities activities;
  private final LeadLife life;
  private final CurrentActor actor;
  private final Clock clock;

  Activities(LeadActivities activities, LeadLife life, CurrentActor actor, Clock clock) {
    this.activities = activities;
    this.life = life;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * One page of a lead's activities, in the order of the page request.
   *
   * @param stateCode only those in this state, null for all
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Page<LeadActivity> of(UUID leadId, @Nullable Integer stateCode, Pageable page) {
    return stateCode == null
        ? activities.findByLeadId(leadId, page)
        : activities.findByLeadIdAndStateCode(leadId, stateCode, page);
  }

  /** The activity, when it is one of this lead. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<LeadActivity> find(UUID leadId, UUID activityId) {
    return activities.findByLeadIdAndActivityId(leadId, activityId);
  }

  /**
   * One page of the activities of what a lead became, in the order of the page request.
   *
   * @param stateCode only those in this state, null for all
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Page<LeadActivity> of(
      RecordKind kind, UUID id, @Nullable Integer stateCode, Pageable page) {
    return stateCode == null
        ? activities.findByRegardingTypeAndRegardingId(kind, id, page)
        : activities.findByRegardingTypeAndRegardingIdAndStateCode(kind, id, stateCode, page);
  }

  /** The activity, when it is one of this record. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<LeadActivity> find(RecordKind kind, UUID id, UUID activityId) {
    return activities.findByRegardingTypeAndRegardingIdAndActivityId(kind, id, activityId);
  }

  /** Adds an open activity to a lead. */
  public LeadActivity add(UUID leadId, ActivityFields fields) {
    return add(leadId, null, null, fields);
  }

  /** Adds an open activity to what a lead became. */
  public LeadActivity add(RecordKind kind, UUID id, ActivityFields fields) {
    return add(null, kind, id, fields);
  }

  private LeadActivity add(
      @Nullable UUID leadId, @Nullable RecordKind kind, @Nullable UUID id, ActivityFields fields) {
    Instant now = clock.instant();
    String who = actor.get().id();
    return activities.save(
        new LeadActivity(
            Ids.next(),
            null,
            leadId,
            null,
            kind,
            id,
            fields.activityTypeCode(),
            ActivityState.OPEN.code(),
            fields.subject(),
            fields.description(),
            fields.scheduledEnd(),
            Objects.requireNonNullElse(fields.ownerId(), who),
            null,
            now,
            who,
            now,
            who));
  }

  /** Rewrites an activity as it was read; whoever read an older one loses. */
  public LeadActivity change(LeadActivity activity, ActivityFields fields) {
    return save(activity, activity.state(), fields, activity.actualEnd());
  }

  /** Ends an open activity of an Open lead. The first one that reaches a New lead contacts it. */
  public LeadActivity complete(Lead lead, LeadActivity activity) {
    if (activity.activityTypeCode().reachesTheLead() && lead.status() == StatusCode.NEW) {
      life.contacted(lead);
    }
    return complete(activity);
  }

  /** Ends an open activity of what a lead became. */
  public LeadActivity complete(LeadActivity activity) {
    return save(activity, ActivityState.COMPLETED, activity.fields(), clock.instant());
  }

  /** Gives an open activity up. */
  public LeadActivity cancel(LeadActivity activity) {
    return save(activity, ActivityState.CANCELED, activity.fields(), clock.instant());
  }

  private LeadActivity save(
      LeadActivity before,
      ActivityState state,
      ActivityFields fields,
      @Nullable Instant actualEnd) {
    String who = actor.get().id();
    return activities.save(
        new LeadActivity(
            before.activityId(),
            before.version(),
            before.leadId(),
            before.fromLeadId(),
            before.regardingType(),
            before.regardingId(),
            fields.activityTypeCode(),
            state.code(),
            fields.subject(),
            fields.description(),
            fields.scheduledEnd(),
            Objects.requireNonNullElse(fields.ownerId(), who),
            actualEnd,
            before.createdOn(),
            before.createdBy(),
            clock.instant(),
            who));
  }
}
