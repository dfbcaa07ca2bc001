/** What the customer behind a lead asked for, each time he did. Only ever added to. */
@NullMarked
package org.leadflow.lead.request;

import org.jspecify.annotations.NullMarked;
