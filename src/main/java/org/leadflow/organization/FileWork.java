package org.leadflow.organization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an organisation file says about working: calendars and who works by them, skills, managers
 * of teams, absences.
 *
 * @param unitCalendars id of the calendar by id of a unit that names one
 * @param userCalendars id of the calendar by id of a user who has one of his own
 * @param skills by id of the user, of all users
 * @param managers ids of users by id of the team, of all teams
 */
record FileWork(
    List<WorkingCalendar> calendars,
    Map<String, String> unitCalendars,
    Map<String, String> userCalendars,
    Map<String, Set<Skill>> skills,
    Map<String, List<String>> managers,
    List<FileAbsence> absences) {}
