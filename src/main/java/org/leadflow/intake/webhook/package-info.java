/**
 * Webhooks: other systems send leads in a JSON of their own. Each message is signed or carries a
 * secret, is laid on the fields of a lead as somebody configured it, and counts once; what no field
 * takes becomes a note of the lead.
 */
@NullMarked
package org.leadflow.intake.webhook;

import org.jspecify.annotations.NullMarked;
