package org.leadflow.rules.drools;

/** Why rules broke. */
final class Reason {

  private Reason() {}

  /** Drools names the rule in the outermost message, and what is wrong in the innermost. */
  static String of(Throwable broken) {
    Throwable root = broken;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String outer = String.valueOf(broken.getMessage());
    if (root == broken) {
      return Plainly.of(root);
    }
    return root instanceof BoundedPattern.TookTooLong
        ? root.getMessage() + ": " + outer
        : Plainly.of(outer).replace("Error evaluating constraint", "the condition")
            + " ("
            + Plainly.of(root)
            + ")";
  }
}
