package org.leadflow.process.house;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Writes down what the tests went through, once the last one has ended. */
public final class PathsAtTheEnd implements TestExecutionListener {

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    String fork = System.getProperty("surefire.forkNumber", "1");
    TakenPaths.write(TakenPaths.DIRECTORY.resolve("taken-" + fork + ".txt"));
  }
}
