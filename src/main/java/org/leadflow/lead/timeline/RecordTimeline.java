package org.leadflow.lead.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.leadflow.lead.LeadsBehind;
import org.leadflow.lead.RecordKind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Everything around an opportunity, account or contact in one list, newest first: its own notes and
 * activities, and what belongs to the leads it was made from. That stays with the leads for good
 * and is shown here, marked with the lead.
 */
@Service
public class RecordTimeline {

  private static final String PAGE =
      """
      SELECT kind, item_id, happened_on, happened_by, what, status, title,
        SUBSTRING(text FROM 1 FOR 2000) AS text, CHAR_LENGTH(COALESCE(text, '')) > 2000 AS shortened, lead_id
      FROM (%s) items
      ORDER BY happened_on DESC, kind, item_order DESC, item_id DESC
      OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY
      """;

  private static final String OWN = "SELECT CAST(NULL AS uuid) AS lead_id, ";
  private static final String MOVED = "SELECT from_lead_id AS lead_id, ";
  private static final String OF_LEADS = "SELECT lead_id, ";
  private static final String OF_THIS =
      " WHERE regarding_type = CAST(:kind AS varchar(20)) AND regarding_id = :id";

  private final JdbcClient jdbc;

  RecordTimeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One page of a record's timeline; the order of the page request is not looked at. */
  public Page<TimelineItem> of(RecordKind kind, UUID id, Pageable page) {
    String all = all(kind);
    List<TimelineItem> items =
        jdbc.sql(PAGE.formatted(all))
            .param("kind", kind.name())
            .param("id", id)
            .param("offset", page.getOffset())
            .param("size", page.getPageSize())
            .query(TimelineItem::read)
            .list();
    return PageableExecutionUtils.getPage(items, page, () -> count(kind, id, all));
  }

  private long count(RecordKind kind, UUID id, String all) {
    return jdbc.sql("SELECT count(*) FROM (" + all + ") items")
        .param("kind", kind.name())
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private static String all(RecordKind kind) {
    String behind = " IN (" + LeadsBehind.select(kind) + ")";
    List<String> parts = new ArrayList<>();
    parts.add(OWN + Items.NOTES + OF_THIS);
    parts.add(MOVED + Items.ACTIVITIES + OF_THIS);
    for (String items : List.of(Items.NOTES, Items.REQUESTS, Items.ATTACHMENTS)) {
      parts.add(OF_LEADS + items + " WHERE lead_id" + behind);
    }
    parts.add(OF_LEADS + Items.ACTIVITIES + " WHERE state_code <> 0 AND lead_id" + behind);
    if (kind == RecordKind.OPPORTUNITY) {
      parts.add(OWN + Items.TRAIL_OF_OPPORTUNITY + " WHERE opportunity_id = :id");
    } else {
      parts.add(MOVED + Items.ACTIVITIES + " WHERE regarding_id <> :id AND from_lead_id" + behind);
    }
    return String.join("\nUNION ALL\n", parts);
  }
}
