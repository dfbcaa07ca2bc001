/**
 * The product as people see it: in a real browser, against the real application behind a real port.
 *
 * <p>Without a browser on the machine these tests say so and are skipped; where the environment
 * variable {@code CI} is {@code true} they fail instead. Pictures of what was seen are left in
 * {@code target/pictures}; {@code mvn test -Dtest=Pictures} takes those of the README anew.
 */
@NullMarked
package org.leadflow.browser;

import org.jspecify.annotations.NullMarked;
