package org.leadflow.rules.drools;

import org.leadflow.rules.house.RuleCompiler;

/** The compiler of the product, for tests outside of its package. */
public final class RealCompiler {

  private RealCompiler() {}

  public static RuleCompiler open() {
    return new DroolsCompiler();
  }
}
