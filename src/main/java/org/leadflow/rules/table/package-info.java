/**
 * Routing tables: rules as plain rows of values, ten thousand and more of them, held as data and
 * found by an index. A row is a {@link org.leadflow.rules.Rule} like any other.
 */
@NullMarked
package org.leadflow.rules.table;

import org.jspecify.annotations.NullMarked;
