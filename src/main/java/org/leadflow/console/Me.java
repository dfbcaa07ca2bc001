package org.leadflow.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the page.
 *
 * @param place the unit or channel partner he works for
 * @param tasklist where Tasklist opens, null when he may not open it
 * @param manages whether he may look at the rules
 * @param operates whether he may open the engine's Cockpit
 */
record Me(
    String id,
    String name,
    String place,
    List<String> roles,
    @Nullable String tasklist,
    boolean manages,
    boolean operates) {}
