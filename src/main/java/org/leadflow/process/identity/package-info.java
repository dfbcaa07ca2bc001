/**
 * Keeps the engine's users and groups a mirror of the organisation, grants them what they need
 * there, and lets the engine's web applications take over the one login.
 *
 * <p>A team is a group of the same id; all who sell are in {@code sellers}, all who operate in
 * {@code camunda-admin}. Nobody has a password in the engine. Guarded by {@code IdentityTests} and
 * {@code TasklistTests}.
 */
@NullMarked
package org.leadflow.process.identity;

import org.jspecify.annotations.NullMarked;
