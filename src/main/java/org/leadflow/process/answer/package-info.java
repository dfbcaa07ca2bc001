/**
 * What somebody may bring into a process by completing a task, whichever way he does: in Tasklist,
 * by the engine's REST or by our own API.
 *
 * <p>Nobody needs to call anything here.
 */
@NullMarked
package org.leadflow.process.answer;

import org.jspecify.annotations.NullMarked;
