/** The doors of deadlines. */
@NullMarked
package org.leadflow.deadline.web;

import org.jspecify.annotations.NullMarked;
