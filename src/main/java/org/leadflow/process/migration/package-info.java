/**
 * Moves running processes to another version of their diagram: tries it out without writing, tells
 * who cannot be moved and why, does it, and takes it back. Guarded by {@code
 * ProcessMigrationTests}.
 */
@NullMarked
package org.leadflow.process.migration;

import org.jspecify.annotations.NullMarked;
