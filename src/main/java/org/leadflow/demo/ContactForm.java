package org.leadflow.demo;

import java.util.List;
import org.leadflow.access.Acting;
import org.leadflow.core.Actor.Door;
import org.leadflow.intake.form.WebFormFields;
import org.leadflow.intake.form.WebForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A form by which a stranger can leave a lead without making one first. */
@Component
@ConditionalOnProperty("leadflow.intake.demo-leads")
class ContactForm {

  private static final Logger log = LoggerFactory.getLogger(ContactForm.class);
  private static final String OWNER = "lena";
  private static final int WEB = 8;

  private final WebForms forms;
  private final Acting acting;

  ContactForm(WebForms forms, Acting acting) {
    this.forms = forms;
    this.acting = acting;
  }

  @EventListener(ApplicationReadyEvent.class)
  void make() {
    var fields =
        new WebFormFields(
            "Contact",
            "What can we do for you? Somebody of the team for your country answers.",
            true,
            null,
            List.of(
                "first_name",
                "last_name",
                "email",
                "phone",
                "company",
                "city",
                "country",
                "description"),
            List.of("email"),
            "Question by the web site",
            WEB,
            null,
            "Meridian may write to me about its products.",
            List.of());
    try {
      acting.as(OWNER, Door.API, () -> forms.create("contact", fields));
    } catch (RuntimeException refused) {
      // It is there already, or another organisation was put in the place of the demo's.
      log.debug("The form of the demo is not made", refused);
    }
  }
}
