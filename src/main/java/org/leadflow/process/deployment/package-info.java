/**
 * Brings {@code processes/} into the engine at start: reads the folder, checks it as a whole,
 * deploys what has changed.
 *
 * <p>A folder that is not sound stops the start, with everything that is wrong in one message.
 * Nobody needs to call anything here.
 */
@NullMarked
package org.leadflow.process.deployment;

import org.jspecify.annotations.NullMarked;
