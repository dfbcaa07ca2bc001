/** The pages and doors of pictures. */
@NullMarked
package org.leadflow.process.picture.web;

import org.jspecify.annotations.NullMarked;
