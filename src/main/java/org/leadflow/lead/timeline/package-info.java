/**
 * Everything around a lead, or what it became, in one list. Other rooms join in by {@link
 * org.leadflow.lead.TimelinePart}.
 */
@NullMarked
package org.leadflow.lead.timeline;

import org.jspecify.annotations.NullMarked;
