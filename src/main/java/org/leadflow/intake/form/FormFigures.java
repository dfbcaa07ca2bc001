package org.leadflow.intake.form;

import java.util.List;
import org.leadflow.core.Watched;
import org.leadflow.core.Watched.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells operators how many submissions nobody has decided about. */
@Component
class FormFigures {

  FormFigures(JdbcClient jdbc, Watched watched) {
    watched.watch(
        "leadflow.forms.held",
        "Submissions of web forms that wait for a decision",
        () ->
            List.of(
                new Figure(
                    jdbc.sql("SELECT count(*) FROM web_submission WHERE state = 'HELD'")
                        .query(Long.class)
                        .single())));
  }
}
