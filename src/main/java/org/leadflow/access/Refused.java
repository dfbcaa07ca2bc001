package org.leadflow.access;

import org.springframework.security.authorization.AuthorizationDecision;

/** A no that says what is missing. */
class Refused extends AuthorizationDecision {

  private final String reason;

  Refused(String reason) {
    super(false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
