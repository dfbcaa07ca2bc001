package org.leadflow.organization;

import java.util.List;
import java.util.Map;

/**
 * A whole organisation as somebody wrote it down, checked: every reference leads somewhere in it.
 *
 * @param units the root first, every unit after the one above it
 * @param members ids of the members by id of their team
 * @param sections what other rooms understand, by the name of the list
 */
record OrganizationFile(
    List<BusinessUnit> units,
    List<ChannelPartner> partners,
    List<Team> teams,
    Map<String, List<String>> members,
    List<User> users,
    FileCurrencies currencies,
    FileWork work,
    Map<String, List<FileEntry>> sections) {

  BusinessUnit root() {
    return units.get(0);
  }

  List<String> userIds() {
    return users.stream().map(User::id).toList();
  }

  List<String> teamIds() {
    return teams.stream().map(Team::id).toList();
  }
}
