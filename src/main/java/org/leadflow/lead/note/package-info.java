/**
 * What people write down about a lead. A note stays with its lead and is changed by its author
 * only.
 */
@NamedInterface
@NullMarked
package org.leadflow.lead.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
