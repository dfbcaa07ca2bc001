/** The only place that imports Drools: compiles the rules of one folder and fires them. */
@NullMarked
package org.leadflow.rules.drools;

import org.jspecify.annotations.NullMarked;
