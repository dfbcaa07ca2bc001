package org.leadflow.rules.house;

import org.leadflow.rules.BrokenRules;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the console show an author's findings instead of a stack trace. */
class BrokenRulesAnalyzer extends AbstractFailureAnalyzer<BrokenRules> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BrokenRules cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Put right what is listed, or take back the last change to the rules; then start again."
            + " rules/README.md explains how rules are tried without starting the application.",
        cause);
  }
}
