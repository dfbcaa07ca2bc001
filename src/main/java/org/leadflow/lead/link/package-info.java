/**
 * Which accounts and contacts a lead is associated with, beside its one existing account and
 * contact.
 */
@NullMarked
package org.leadflow.lead.link;

import org.jspecify.annotations.NullMarked;
