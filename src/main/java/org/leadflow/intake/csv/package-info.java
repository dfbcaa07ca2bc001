/**
 * Files of leads, as other systems export them. A file is recognised and read strictly, its columns
 * are laid on fields, and its rows become leads in short transactions: each row once, whatever
 * happens meanwhile, and each with its outcome.
 */
@NamedInterface
@NullMarked
package org.leadflow.intake.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
