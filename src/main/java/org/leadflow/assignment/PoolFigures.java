package org.leadflow.assignment;

import java.util.List;
import org.leadflow.core.Watched;
import org.leadflow.core.Watched.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells operators how far the pools are from giving everybody his share. */
@Component
class PoolFigures {

  private final JdbcClient jdbc;

  PoolFigures(JdbcClient jdbc, Watched watched) {
    this.jdbc = jdbc;
    watched.watch(
        "leadflow.pool.owed.turns",
        "Turns owed to the member of a pool who lags most",
        this::owedInEachPool);
  }

  private List<Figure> owedInEachPool() {
    return jdbc.sql("select team_id, max(owed) as most from pool_member group by team_id")
        .query((row, number) -> new Figure(row.getLong("most"), "team", row.getString("team_id")))
        .list();
  }
}
