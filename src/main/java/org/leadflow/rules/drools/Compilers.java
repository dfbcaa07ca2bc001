package org.leadflow.rules.drools;

import org.leadflow.rules.house.RuleCompiler;

/** Opens the compiler where nothing else of the product runs. */
public final class Compilers {

  private Compilers() {}

  /** The compiler of the product. */
  public static RuleCompiler open() {
    return new DroolsCompiler();
  }
}
