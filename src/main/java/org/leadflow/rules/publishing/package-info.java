/**
 * Puts rule sets to work, each by itself, while leads flow: examines what the folder holds or an
 * operator sends, keeps every version in the database, and lets all nodes follow the active one.
 *
 * <p>A set that is broken, loops, is slow or breaks in its cases is refused, and the version that
 * was at work stays; one that does not end on live leads goes, and the last good one comes back.
 * All changes on a node are made by one thread, {@link
 * org.leadflow.rules.publishing.PublisherThread}; routing never waits for it, it asks {@link
 * org.leadflow.rules.publishing.SetsAtWork}. Between nodes the database decides: an activation is
 * one transaction, and each node compiles before it decides with the new version.
 */
@NullMarked
package org.leadflow.rules.publishing;

import org.jspecify.annotations.NullMarked;
