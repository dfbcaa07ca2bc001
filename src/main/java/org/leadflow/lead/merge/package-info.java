/** Makes one of two leads that are about the same, and two of them again. */
@NamedInterface
@NullMarked
package org.leadflow.lead.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
