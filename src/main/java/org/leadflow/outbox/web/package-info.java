/** The doors of the outbox. */
@NullMarked
package org.leadflow.outbox.web;

import org.jspecify.annotations.NullMarked;
