package org.leadflow.lead.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.RecordKind;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A phone call, e-mail, appointment or task for a lead or for what a lead became, to be done or
 * done.
 *
 * @param leadId the lead it is for, null when it is for another record
 * @param fromLeadId the lead it was for before that was qualified, null when it did not move
 * @param regardingType the kind of the other record it is for, null when it is for a lead
 * @param regardingId that record
 * @param scheduledEnd when it is due, null when there is no hurry
 * @param ownerId the user who is to do it
 * @param actualEnd when it was completed or canceled, null while it is open
 */
public record LeadActivity(
    @Id UUID activityId,
    @Version @Nullable Long version,
    @Nullable UUID leadId,
    @Nullable UUID fromLeadId,
    @Nullable RecordKind regardingType,
    @Nullable UUID regardingId,
    ActivityType activityTypeCode,
    int stateCode,
    String subject,
    @Nullable String description,
    @Nullable Instant scheduledEnd,
    String ownerId,
    @Nullable Instant actualEnd,
    Instant createdOn,
    String createdBy,
    Instant modifiedOn,
    String modifiedBy) {

  @JsonProperty("stateCodeLabel")
  public String stateCodeLabel() {
    return state().label();
  }

  public ActivityState state() {
    return ActivityState.of(stateCode);
  }

  @JsonIgnore
  public boolean isOpen() {
    return state() == ActivityState.OPEN;
  }

  /** The part of it that a caller writes. */
  public ActivityFields fields() {
    return new ActivityFields(activityTypeCode, subject, description, scheduledEnd, ownerId);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "activity " + activityId;
  }
}
