/** The public page of each form, and the doors and pages of those who look after forms. */
@NullMarked
package org.leadflow.intake.form.web;

import org.jspecify.annotations.NullMarked;
