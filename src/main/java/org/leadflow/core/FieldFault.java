package org.leadflow.core;

/**
 * What is wrong with one field.
 *
 * @param field the JSON name, with a path where it is nested
 * @param message what is wrong and what would be right
 */
public record FieldFault(String field, String message) {}
