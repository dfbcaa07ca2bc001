/** The doors of migrations. */
@NullMarked
package org.leadflow.process.migration.web;

import org.jspecify.annotations.NullMarked;
