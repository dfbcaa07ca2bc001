/**
 * Which accounts and contacts a lead is associated with, beside its one existing account and
 * contact.
 */
@NamedInterface("link")
@NullMarked
package org.leadflow.lead.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
