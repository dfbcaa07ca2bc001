package org.leadflow.lead.timeline;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadflow.lead.TimelinePart;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything around a lead in one list, newest first, paged by the database. */
@Service
public class Timeline {

  private static final String PAGE =
      """
      SELECT kind, item_id, happened_on, happened_by, what, status, title,
        SUBSTRING(text FROM 1 FOR 2000) AS text, CHAR_LENGTH(COALESCE(text, '')) > 2000 AS shortened,
        CAST(NULL AS uuid) AS lead_id
      FROM (%s) items
      ORDER BY happened_on DESC, kind, item_order DESC, item_id DESC
      OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY
      """;

  private final JdbcClient jdbc;
  private final String all;

  Timeline(JdbcClient jdbc, List<TimelinePart> parts) {
    this.jdbc = jdbc;
    this.all = parts.stream().map(TimelinePart::select).collect(Collectors.joining("UNION ALL\n"));
  }

  /** One page of a lead's timeline; the order of the page request is not looked at. */
  public Page<TimelineItem> of(UUID leadId, Pageable page) {
    List<TimelineItem> items =
        jdbc.sql(PAGE.formatted(all))
            .param("lead", leadId)
            .param("offset", page.getOffset())
            .param("size", page.getPageSize())
            .query(TimelineItem::read)
            .list();
    return PageableExecutionUtils.getPage(items, page, () -> count(leadId));
  }

  private long count(UUID leadId) {
    return jdbc.sql("SELECT count(*) FROM (" + all + ") items")
        .param("lead", leadId)
        .query(Long.class)
        .single();
  }
}
