package org.leadflow.lead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.AuditLine.Change;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the trail of a lead with what it leaves to others: the texts that changed, which go with
 * the lead, and the names of people. State, reason and owner before a line are those of the line
 * before.
 */
@Component
public class LeadAudit {

  private final JdbcClient jdbc;
  private final LeadChanges changes;

  LeadAudit(JdbcClient jdbc, LeadChanges changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** One page of the lines, newest first, whatever the order of the page request. */
  public Page<AuditLine> of(Lead lead, Pageable page) {
    UUID leadId = lead.leadId();
    int newest =
        lead.trailLength() - Math.toIntExact(Math.min(page.getOffset(), Integer.MAX_VALUE));
    int oldest = newest - page.getPageSize() + 1;
    if (newest < 1) {
      return new PageImpl<>(List.of(), page, lead.trailLength());
    }
    Map<Integer, AuditEntry> lines =
        jdbc
            .sql("SELECT * FROM lead_audit WHERE lead_id = ? AND seq BETWEEN ? AND ?")
            .params(leadId, oldest - 1, newest)
            .query(AuditTrail::read)
            .list()
            .stream()
            .collect(Collectors.toMap(AuditEntry::seq, line -> line));
    Map<Integer, List<Change>> told = new HashMap<>();
    changes
        .of(leadId, oldest, newest)
        .forEach(
            each -> told.computeIfAbsent(each.seq(), seq -> new ArrayList<>()).add(each.change()));
    Map<String, String> names = names(leadId);
    List<AuditLine> read =
        IntStream.rangeClosed(Math.max(oldest, 1), newest)
            .mapToObj(seq -> newest - (seq - Math.max(oldest, 1)))
            .flatMap(seq -> Optional.ofNullable(lines.get(seq)).stream())
            .map(
                line ->
                    line(
                        line,
                        lines.get(line.seq() - 1),
                        told.getOrDefault(line.seq(), List.of()),
                        names))
            .toList();
    return new PageImpl<>(read, page, lead.trailLength());
  }

  private Map<String, String> names(UUID leadId) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql(
            """
            SELECT id, name FROM app_user WHERE id IN (SELECT actor FROM lead_audit WHERE lead_id = ?)
            """)
        .param(leadId)
        .query((row, number) -> names.put(row.getString("id"), row.getString("name")))
        .list();
    return names;
  }

  private static AuditLine line(
      AuditEntry line, @Nullable AuditEntry before, List<Change> told, Map<String, String> names) {
    List<Change> changes = new ArrayList<>();
    compare("stateCode", before == null ? null : before.stateCode(), line.stateCode(), changes);
    compare("statusCode", before == null ? null : before.statusCode(), line.statusCode(), changes);
    compare("ownerId", before == null ? null : owner(before), owner(line), changes);
    changes.addAll(told);
    if (line.action() == Action.SCORED) {
      scored(line, changes);
    }
    return new AuditLine(
        line.seq(),
        line.at(),
        line.actor(),
        names.get(line.actor()),
        line.door(),
        line.action(),
        line.details(),
        changes);
  }

  /** The sentence of a scoring tells the numbers, so nothing more is stored of it. */
  private static void scored(AuditEntry line, List<Change> changes) {
    Matcher sentence = LeadLife.SCORED.matcher(Objects.toString(line.details(), ""));
    if (sentence.matches()) {
      compare("score", sentence.group(3), sentence.group(1), changes);
      compare("grade", sentence.group(4), sentence.group(2), changes);
    }
  }

  private static void compare(
      String field, @Nullable Object from, @Nullable Object to, List<Change> changes) {
    if (!Objects.equals(from, to)) {
      changes.add(
          new Change(field, from == null ? null : from.toString(), Objects.toString(to, null)));
    }
  }

  /** With its kind, since a team may have the id of a person. */
  private static String owner(AuditEntry line) {
    return line.ownerUser() != null ? "user " + line.ownerUser() : "team " + line.ownerTeam();
  }
}
