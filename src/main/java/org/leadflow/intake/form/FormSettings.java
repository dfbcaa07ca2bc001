package org.leadflow.intake.form;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What forms on web sites take.
 *
 * @param perAddress how many submissions of one network address become leads in a minute; more are
 *     held
 * @param perForm how many of one form, in a minute
 * @param refusedBeyond how many of one network address are looked at in a minute; more are refused
 * @param kept how long a submission can be looked at that somebody decided about; not shorter than
 *     a token counts, so that none counts twice
 * @param held how long one that is held waits for a decision
 * @param shortest in less time no person fills a form
 * @param longest for how long a form that was shown can be sent
 */
@ConfigurationProperties("leadflow.intake.forms")
record FormSettings(
    @DefaultValue("20") long perAddress,
    @DefaultValue("600") long perForm,
    @DefaultValue("120") long refusedBeyond,
    @DefaultValue("30d") Duration kept,
    @DefaultValue("180d") Duration held,
    @DefaultValue("2s") Duration shortest,
    @DefaultValue("24h") Duration longest) {

  FormSettings {
    if (kept.compareTo(longest) < 0) {
      throw new IllegalArgumentException(
          "leadflow.intake.forms.kept (%s) must not be shorter than longest (%s): a form could be sent twice"
              .formatted(kept, longest));
    }
  }
}
