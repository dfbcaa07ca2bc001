package org.leadflow.qualification.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/** The request to hand a lead back and, if one likes, why. */
@StorableText
record HandBack(@Size(max = 2000) @Nullable String reason) {}
