/**
 * Tools without business meaning: ids, who is acting, text that can be stored, problem details.
 *
 * <p>Every room may come in; this room knows none of them. Guarded by {@code ModularityTests}.
 */
@ApplicationModule(
    displayName = "Core",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package org.leadflow.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
