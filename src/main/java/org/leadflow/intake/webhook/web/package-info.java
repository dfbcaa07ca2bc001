/** The door for messages of other systems, and those for who looks after them. */
@NullMarked
package org.leadflow.intake.webhook.web;

import org.jspecify.annotations.NullMarked;
