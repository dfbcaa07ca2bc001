package org.leadflow.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.core.Ids;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held waits for a manager, and he hears of it; what is decided is forgotten sooner. */
class SubmissionRetentionTests extends WholeWay {

  @Autowired SubmissionRetention retention;

  @Test
  void whatNobodyDecidedAboutIsKeptLongerThanWhatSomebodyDid() {
    String form = unlikeAnyOther();
    as("lena")
        .post(
            "/api/web-forms",
            Map.of(
                "formId",
                form,
                "title",
                "Contact",
                "active",
                true,
                "fields",
                List.of("last_name")));
    received(form, "HELD", Duration.ofDays(31));
    received(form, "DISCARDED", Duration.ofDays(31));
    received(form, "HELD", Duration.ofDays(181));

    retention.forget();

    assertThat(
            jdbc.sql("SELECT state, received_on FROM web_submission WHERE form_id = ?")
                .param(form)
                .query((row, number) -> row.getString("state"))
                .list())
        .containsExactly("HELD");
    var manager = new Visitor(port);
    manager.logIn("lena", PASSWORD);
    assertThat(manager.get("/").body()).contains("held for your decision");
    var seller = new Visitor(port);
    seller.logIn("anna", PASSWORD);
    assertThat(seller.get("/").body()).contains("What waits").doesNotContain("held for");
  }

  private void received(String form, String state, Duration ago) {
    jdbc.sql(
            """
            INSERT INTO web_submission (submission_id, form_id, content_hash, state, owner_user,
              owning_business_unit, received_on)
            SELECT :id, form_id, CAST(:id AS varchar(64)), :state, owner_user, owning_business_unit, :on
            FROM web_form WHERE form_id = :form
            """)
        .param("id", Ids.next())
        .param("state", state)
        .param("on", OffsetDateTime.now().minus(ago))
        .param("form", form)
        .update();
  }

  @Test
  void formsMayNotBeForgottenBeforeTheirTokensAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new FormSettings(
                    20,
                    600,
                    120,
                    Duration.ofHours(1),
                    Duration.ofDays(180),
                    Duration.ofSeconds(2),
                    Duration.ofHours(24)))
        .withMessageContaining("leadflow.intake.forms.kept");
  }
}
