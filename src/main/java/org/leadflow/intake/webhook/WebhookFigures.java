package org.leadflow.intake.webhook;

import java.util.List;
import org.leadflow.core.Watched;
import org.leadflow.core.Watched.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells operators how many messages became no lead and are kept to be taken in again. */
@Component
class WebhookFigures {

  WebhookFigures(JdbcClient jdbc, Watched watched) {
    watched.watch(
        "leadflow.webhooks.rejected",
        "Messages of webhooks that were rejected and can be taken in again",
        () ->
            List.of(
                new Figure(
                    jdbc.sql(
                            "SELECT count(*) FROM webhook_delivery WHERE outcome = 'REJECTED' AND body IS NOT NULL")
                        .query(Long.class)
                        .single())));
  }
}
