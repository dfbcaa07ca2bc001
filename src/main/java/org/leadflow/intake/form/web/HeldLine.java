package org.leadflow.intake.form.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadflow.core.Moment;
import org.leadflow.intake.form.Suspicion;
import org.leadflow.intake.form.WebSubmission;

/** A submission that is held, as a line of the page. */
record HeldLine(UUID id, String form, Moment received, String why, Map<String, String> typed) {

  HeldLine(WebSubmission held, Moment received, Map<String, String> typed) {
    this(
        held.submissionId(),
        held.formId(),
        received,
        held.suspected().stream().map(HeldLine::words).collect(Collectors.joining(", ")),
        typed);
  }

  static String words(Suspicion suspicion) {
    return suspicion.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
