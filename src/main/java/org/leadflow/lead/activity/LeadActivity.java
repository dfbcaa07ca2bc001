package org.leadflow.lead.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A phone call, e-mail, appointment or task for a lead, to be done or done.
 *
 * @param scheduledEnd when it is due, null when there is no hurry
 * @param ownerId the user who is to do it
 * @param actualEnd when it was completed or canceled, null while it is open
 */
public record LeadActivity(
    @Id UUID activityId,
    @Version @Nullable Long version,
    UUID leadId,
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
