/** The doors of offers. */
@NullMarked
package org.leadflow.offer.web;

import org.jspecify.annotations.NullMarked;
