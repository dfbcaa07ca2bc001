/** The door for files of leads. */
@NullMarked
package org.leadflow.intake.csv.web;

import org.jspecify.annotations.NullMarked;
