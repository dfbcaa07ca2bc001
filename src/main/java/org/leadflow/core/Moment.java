package org.leadflow.core;

/**
 * A point in time as a page shows it.
 *
 * @param iso for the machine, in UTC
 * @param text for the reader, with its time zone
 */
public record Moment(String iso, String text) {}
