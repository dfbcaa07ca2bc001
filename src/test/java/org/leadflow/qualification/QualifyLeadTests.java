package org.leadflow.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class QualifyLeadTests {

  @Test
  void aRequestSaysWhatIsNamedAndNothingElse() {
    record Said(boolean createOpportunity, String comment) {}

    QualifyLead request = QualifyLead.of(new Said(true, "call in spring"));

    assertThat(request.createOpportunity()).isTrue();
    assertThat(request.comment()).isEqualTo("call in spring");
    assertThat(request.createAccount()).isNull();
    assertThat(request.ignoreDuplicates()).isEqualTo(Set.of());
  }

  @Test
  void aNameThatNoRequestHasIsRefused() {
    record Said(boolean createOpportunities) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> QualifyLead.of(new Said(true)))
        .withMessageContaining("createOpportunities");
  }
}
