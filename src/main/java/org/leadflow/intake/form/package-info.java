/**
 * Web-to-lead: forms on web sites by which anybody leaves a lead without a login. What looks like
 * spam is held for a person and never lost in silence.
 */
@NamedInterface
@NullMarked
package org.leadflow.intake.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
