/**
 * The organisation as REST resources, to read only, and its currencies, which administrators
 * change.
 */
@NullMarked
package org.leadflow.organization.web;

import org.jspecify.annotations.NullMarked;
