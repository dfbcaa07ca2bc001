/**
 * Answers why a lead went where it went, why not elsewhere, and where a lead that nobody stores
 * would go. Reads the decision records and works out the rest when somebody asks.
 */
@NamedInterface("explain")
@NullMarked
package org.leadflow.routing.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
