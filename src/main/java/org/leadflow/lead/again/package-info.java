/** What a source sends again about a lead that it sent before. */
@NamedInterface
@NullMarked
package org.leadflow.lead.again;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
