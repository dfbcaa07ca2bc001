/** Steps that tell other systems something. */
@NullMarked
package org.leadflow.process.outside;

import org.jspecify.annotations.NullMarked;
