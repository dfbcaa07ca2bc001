package org.leadflow.console;

import java.util.List;

/**
 * The reader of the page.
 *
 * @param place the unit or channel partner he works for
 * @param usesTasklist whether he may open Tasklist
 * @param operates whether he may open the engine's Cockpit
 */
record Me(
    String id,
    String name,
    String place,
    List<String> roles,
    boolean usesTasklist,
    boolean operates) {}
