/**
 * Reads what spreadsheets and editors write: bytes into texts, texts and spreadsheets into rows and
 * columns. Says in a sentence what cannot be read. Knows nothing of rules.
 */
@NullMarked
package org.leadflow.rules.sheet;

import org.jspecify.annotations.NullMarked;
