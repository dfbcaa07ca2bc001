package org.leadflow.console;

/**
 * A point in time as a page shows it.
 *
 * @param iso for the machine, in UTC
 * @param text for the reader, with its time zone
 */
record Moment(String iso, String text) {}
