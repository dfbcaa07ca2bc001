/**
 * Files of leads. A file belongs to its lead for good and is shown on what the lead became. What is
 * in a file is told by its bytes; it is only ever handed out as a download, never opened here.
 */
@NamedInterface
@NullMarked
package org.leadflow.lead.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
