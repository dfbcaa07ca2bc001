package org.leadflow.core;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that ends in {@link ClocksApart} print its sentence and no stack trace. */
class ClocksApartAnalyzer extends AbstractFailureAnalyzer<ClocksApart> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ClocksApart cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Let one time server set the clocks of all nodes and of the database, and start again. Otherwise nodes would take"
            + " each other's work away, and deadlines would end at the wrong time.",
        cause);
  }
}
