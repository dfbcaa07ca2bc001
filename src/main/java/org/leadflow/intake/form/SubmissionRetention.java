package org.leadflow.intake.form;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes submissions whose time is over; what waits for a decision stays longer. */
@Component
class SubmissionRetention {

  private static final Logger log = LoggerFactory.getLogger(SubmissionRetention.class);

  private final WebSubmissions submissions;
  private final FormSettings settings;

  SubmissionRetention(WebSubmissions submissions, FormSettings settings) {
    this.submissions = submissions;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
  void forget() {
    Instant now = submissions.now();
    int gone = submissions.removeDecided(now.minus(settings.kept()));
    if (gone > 0) {
      log.info("{} submissions of web forms are no longer kept", gone);
    }
    int undecided = submissions.removeHeld(now.minus(settings.held()));
    if (undecided > 0) {
      log.warn(
          "{} submissions of web forms were held for {} days without a decision and are gone",
          undecided,
          settings.held().toDays());
    }
  }
}
