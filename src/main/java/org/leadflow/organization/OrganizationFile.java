package org.leadflow.organization;

import java.util.List;
import java.util.Map;

/**
 * A whole organisation as somebody wrote it down, checked: every reference leads somewhere in it.
 *
 * @param units the root first, every unit after the one above it
 * @param members ids of the members by id of their team
 */
record OrganizationFile(
    List<BusinessUnit> units,
    List<ChannelPartner> partners,
    List<Team> teams,
    Map<String, List<String>> members,
    List<User> users,
    FileCurrencies currencies) {

  BusinessUnit root() {
    return units.get(0);
  }

  List<String> userIds() {
    return users.stream().map(User::id).toList();
  }
}
