/** Steps about the person who owns the lead: telling him, and when he works. */
@NullMarked
package org.leadflow.process.owner;

import org.jspecify.annotations.NullMarked;
