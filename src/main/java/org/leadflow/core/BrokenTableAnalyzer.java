package org.leadflow.core;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that ends in {@link BrokenTable} print its sentence and no stack trace. */
class BrokenTableAnalyzer extends AbstractFailureAnalyzer<BrokenTable> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BrokenTable cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Mend the table, or name another by %s. No earlier one is kept that could be used instead."
            .formatted(cause.setting()),
        cause);
  }
}
