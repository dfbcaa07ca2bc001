package org.leadflow.process.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that ends in {@link BrokenProcessFolder} print its sentences and no stack trace. */
class BrokenProcessFolderAnalyzer extends AbstractFailureAnalyzer<BrokenProcessFolder> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BrokenProcessFolder cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Mend the files in Camunda Modeler, or set leadflow.processes.location to another folder.",
        cause);
  }
}
