package org.leadflow.access;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.leadflow.core.Allowances;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Looks at no password of whoever was wrong too often: ten times for one user from one address, or
 * a hundred times for any users. Then there is a try a minute, or ten. Others of that user's name
 * log in as ever, so nobody is locked out by a stranger. Each node counts by itself.
 */
class LoginThrottle implements AuthenticationProvider {

  private final AuthenticationProvider login;
  private final Allowances ofOneUser = new Allowances(10, 1, Duration.ofMinutes(1));
  private final Allowances ofAllUsers = new Allowances(100, 10, Duration.ofMinutes(1));

  LoginThrottle(AuthenticationProvider login) {
    this.login = login;
  }

  /**
   * @throws TooManyLogins without having looked at the password
   */
  @Override
  public Authentication authenticate(Authentication asked) {
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    String user = address + " " + asked.getName();
    Stream.of(ofOneUser.exhausted(user), ofAllUsers.exhausted(address))
        .flatMap(Optional::stream)
        .max(Duration::compareTo)
        .ifPresent(
            wait -> {
              throw new TooManyLogins(wait);
            });
    try {
      return login.authenticate(asked);
    } catch (BadCredentialsException wrong) {
      ofOneUser.take(user, 1);
      ofAllUsers.take(address, 1);
      throw wrong;
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return login.supports(kind);
  }
}
