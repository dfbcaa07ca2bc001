package org.leadflow.process.deployment;

import java.util.List;
import java.util.Map.Entry;
import java.util.function.Predicate;

/**
 * Finds the building blocks that a diagram calls and nobody has written, so that a missing wire
 * stops the start and not the first lead that comes along it.
 */
final class BlocksInUse {

  private final Predicate<String> isThere;

  /**
   * @param isThere whether there is a building block of this name
   */
  BlocksInUse(Predicate<String> isThere) {
    this.isThere = isThere;
  }

  List<String> unknownIn(Diagram diagram) {
    return diagram.delegateExpressions().entrySet().stream()
        .filter(call -> !isThere.test(nameIn(call)))
        .map(
            call ->
                "step \"%s\" calls %s, but there is no such building block"
                    .formatted(call.getValue(), call.getKey()))
        .toList();
  }

  private static String nameIn(Entry<String, String> call) {
    return call.getKey().replaceAll("^[$#]\\{\\s*|\\s*}$", "");
  }
}
