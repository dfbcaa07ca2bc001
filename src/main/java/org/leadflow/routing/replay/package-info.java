/**
 * Lets a draft of the rules decide again about leads of the past, and beside the rules in force
 * about those of today. Never touches a lead.
 */
@NullMarked
package org.leadflow.routing.replay;

import org.jspecify.annotations.NullMarked;
