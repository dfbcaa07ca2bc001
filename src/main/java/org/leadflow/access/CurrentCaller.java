package org.leadflow.access;

/** The logged-in user of the current request. */
public interface CurrentCaller {

  /**
   * As the organisation knows him now, not as he was when he logged in.
   *
   * @throws org.springframework.security.core.AuthenticationException when nobody is logged in, or
   *     the user is no longer active
   */
  Caller get();
}
