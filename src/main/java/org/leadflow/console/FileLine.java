package org.leadflow.console;

import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;

/**
 * A file of a lead as a page lists it.
 *
 * @param address where to download it
 * @param size in words
 */
record FileLine(
    String name,
    String address,
    String size,
    Moment added,
    String by,
    @Nullable String subject,
    @Nullable String text) {}
