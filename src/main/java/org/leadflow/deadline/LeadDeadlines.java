package org.leadflow.deadline;

import java.util.List;

/**
 * The deadlines of a lead.
 *
 * @param running those it has now
 * @param events what became of all it had, the oldest first
 */
public record LeadDeadlines(List<Running> running, List<DeadlineEvent> events) {}
