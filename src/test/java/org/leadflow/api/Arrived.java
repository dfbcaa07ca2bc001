package org.leadflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where leads are once the process has taken them as far as it can without people. */
final class Arrived {

  private static final String ON_THE_WAY =
      """
      SELECT lead_id FROM lead l WHERE l.state_code = 0 AND NOT EXISTS (
        SELECT 1 FROM act_ru_execution e JOIN act_ru_task t ON t.proc_inst_id_ = e.proc_inst_id_
        WHERE e.business_key_ = CAST(l.lead_id AS varchar(36))
          AND t.task_def_key_ IN ('UserTask_WorkLead', 'UserTask_TriageLead', 'UserTask_AnswerOffer'))
      """;

  private static final String FAILED =
      """
      SELECT e.business_key_ FROM act_ru_incident i JOIN act_ru_execution e ON e.id_ = i.proc_inst_id_
      WHERE e.business_key_ IS NOT NULL
      """;

  private Arrived() {}

  /** Waits until each of them is somebody's work or was screened out, none stuck on the way. */
  static void all(Collection<UUID> leads, JdbcClient jdbc) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(onTheWay(jdbc)).doesNotContainAnyElementsOf(leads));
    assertThat(jdbc.sql(FAILED).query(String.class).list())
        .as("leads with incidents")
        .doesNotContainAnyElementsOf(leads.stream().map(UUID::toString).toList());
  }

  private static List<UUID> onTheWay(JdbcClient jdbc) {
    return jdbc.sql(ON_THE_WAY).query(UUID.class).list();
  }
}
