package org.leadflow.rules;

/** Somebody rules may name came, changed or went; told after the change. */
public record ReceiversChanged() {}
