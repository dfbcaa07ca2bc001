/**
 * Reports as JSON, as CSV and as pages. All three ask the same services, so they tell the same
 * numbers to the same reader.
 */
@NullMarked
package org.leadflow.reporting.web;

import org.jspecify.annotations.NullMarked;
