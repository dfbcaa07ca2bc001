/** The rule author's command: checks a folder and tries leads without the rest of the product. */
@NamedInterface("author")
@NullMarked
package org.leadflow.rules.author;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
