/** What is to be done for a lead and was: phone calls, e-mails, appointments, tasks. */
@NamedInterface
@NullMarked
package org.leadflow.lead.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
