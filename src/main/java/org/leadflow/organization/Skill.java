package org.leadflow.organization;

/**
 * What somebody knows, speaks or looks after, such as {@code language=de}, {@code product=crm} or
 * {@code region=AT}. Names are in lower case; values compare without regard to case.
 */
public record Skill(String name, String value) {}
