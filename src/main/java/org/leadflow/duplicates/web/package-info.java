/** The doors to what is known of duplicates. */
@NullMarked
package org.leadflow.duplicates.web;

import org.jspecify.annotations.NullMarked;
