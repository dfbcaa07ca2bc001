package org.leadflow.lead.stakeholder;

import org.springframework.data.annotation.Id;

/**
 * What a stakeholder is in the purchase.
 *
 * @param place where it stands in a list
 */
public record StakeholderRole(@Id String roleId, String name, int place) {

  /** The role of a contact for whom none was named. */
  public static final String DEFAULT = "stakeholder";
}
