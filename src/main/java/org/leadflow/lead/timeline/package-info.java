/**
 * Everything around a lead, or what it became, in one list. Other rooms join in by {@link
 * org.leadflow.lead.TimelinePart}.
 */
@NamedInterface
@NullMarked
package org.leadflow.lead.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
