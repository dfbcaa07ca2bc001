/** Pools as REST resources: how they give their turns, and how fair they were. */
@NullMarked
package org.leadflow.assignment.web;

import org.jspecify.annotations.NullMarked;
