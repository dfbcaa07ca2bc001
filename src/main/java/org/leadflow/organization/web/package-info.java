/** The organisation as REST resources, to read only. */
@NullMarked
package org.leadflow.organization.web;

import org.jspecify.annotations.NullMarked;
