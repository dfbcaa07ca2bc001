package org.leadflow.intake.form;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.leadflow.core.Allowances;
import org.leadflow.core.Refused;
import org.leadflow.intake.Admission;
import org.springframework.stereotype.Component;

/** Whether a submission may not be a person's; counts what comes from where. */
@Component
class Doubts {

  /** What stands where bytes are no UTF-8. */
  private static final String NO_CHARACTER = "\uFFFD";

  private final WebSubmissions submissions;
  private final Admission admission;
  private final FormSettings settings;
  private final Allowances addresses;
  private final Allowances forms;
  private final Allowances beyond;

  Doubts(WebSubmissions submissions, Admission admission, FormSettings settings) {
    this.submissions = submissions;
    this.admission = admission;
    this.settings = settings;
    this.addresses = perMinute(settings.perAddress());
    this.forms = perMinute(settings.perForm());
    this.beyond = perMinute(settings.refusedBeyond());
  }

  private static Allowances perMinute(long much) {
    return new Allowances(much, much, Duration.ofMinutes(1));
  }

  /** After what time anything of this address is looked at again; empty for now. */
  Optional<Duration> lookAgain(String address) {
    return beyond.take(address, 1);
  }

  /**
   * Why it has to wait for a person; empty when it need not.
   *
   * @param sentBefore whether something else came with this token
   */
  Set<Suspicion> about(WebForm form, Posted posted, Optional<FormToken> token, boolean sentBefore) {
    Set<Suspicion> suspicions = EnumSet.noneOf(Suspicion.class);
    Instant now = submissions.now();
    if (posted.hidden() != null && !posted.hidden().isBlank()) {
      suspicions.add(Suspicion.HIDDEN_FIELD);
    }
    if (posted.values().values().stream().anyMatch(typed -> typed.contains(NO_CHARACTER))) {
      suspicions.add(Suspicion.WRONG_ENCODING);
    }
    if (token.isEmpty()) {
      suspicions.add(Suspicion.NO_TOKEN);
    } else if (token.get().isTooYoung(now, settings.shortest())) {
      suspicions.add(Suspicion.TOO_FAST);
    } else if (token.get().isTooOld(now, settings.longest())) {
      suspicions.add(Suspicion.TOO_OLD);
    } else if (sentBefore) {
      suspicions.add(Suspicion.SENT_BEFORE);
    }
    if (suspicions.isEmpty() && isTooMany(form, posted.address())) {
      suspicions.add(Suspicion.TOO_MANY);
    }
    return suspicions;
  }

  /** Counts it, unless it is beyond what becomes leads now. */
  boolean isTooMany(WebForm form, String address) {
    if (addresses.take(address, 1).isPresent() || forms.take(form.formId(), 1).isPresent()) {
      return true;
    }
    try {
      admission.admit(form.actor());
      return false;
    } catch (Refused overloaded) {
      return true;
    }
  }
}
