package org.leadflow.process.migration;

import java.util.Map;

/**
 * From which version of a process to which, and where elements go that are called otherwise there.
 *
 * @param mapping ids of elements of the one version, and those of the other in which what waits
 *     there goes on; elements of the same id and kind go on in each other by themselves
 */
public record Move(String process, int from, int to, Map<String, String> mapping) {}
