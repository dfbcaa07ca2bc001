/**
 * Rule sets and their versions as REST resources: managers read how their rules stand and ask what
 * would come of a draft, operators publish, compare and roll back. In a path the slashes of a set's
 * name are written as {@code ~}: {@code /api/rule-sets/routing~units~emea}.
 */
@NullMarked
package org.leadflow.rules.web;

import org.jspecify.annotations.NullMarked;
