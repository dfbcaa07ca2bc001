/**
 * Everything around a lead in one list. Other rooms join in by {@link
 * org.leadflow.lead.TimelinePart}.
 */
@NullMarked
package org.leadflow.lead.timeline;

import org.jspecify.annotations.NullMarked;
