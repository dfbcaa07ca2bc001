/** The contacts who have a say in what a lead is about, and their roles. */
@NamedInterface
@NullMarked
package org.leadflow.lead.stakeholder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
