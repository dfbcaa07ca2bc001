package org.leadflow.assignment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers who had a lead and did not take it, so that no turn gives it to him again. */
@Component
@Transactional
public class TurnedDown {

  /** How somebody turned a lead down. */
  public enum Answer {
    DECLINED,
    LAPSED
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  TurnedDown(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes it; the last answer counts. */
  public void add(UUID leadId, String userId, Answer answer) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    int noted =
        jdbc.sql(
                "update turned_down set answer = ?, turned_on = ? where lead_id = ? and user_id = ?")
            .params(answer.name(), now, leadId, userId)
            .update();
    if (noted == 0) {
      jdbc.sql("insert into turned_down (answer, turned_on, lead_id, user_id) values (?, ?, ?, ?)")
          .params(answer.name(), now, leadId, userId)
          .update();
    }
  }

  /** Forgets all answers about a lead, so that everybody may get it again. */
  public void forget(UUID leadId) {
    jdbc.sql("delete from turned_down where lead_id = ?").param(leadId).update();
  }
}
