package org.leadflow.access;

import java.util.Optional;
import java.util.Set;
import org.leadflow.core.Actor.Door;
import org.leadflow.organization.Login;
import org.leadflow.organization.Organization;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Takes the name from the login and everything else from the organisation, so that a role taken
 * away is gone with the next request; asks once per request. Who came in by a door without users
 * has no rights at all.
 */
@Component
class LoggedInCaller implements CurrentCaller {

  private static final String ASKED = LoggedInCaller.class.getName();

  private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
  private final Organization organization;

  LoggedInCaller(Organization organization) {
    this.organization = organization;
  }

  @Override
  public Caller get() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (!trust.isAuthenticated(login)) {
      throw new AuthenticationCredentialsNotFoundException("Nobody is logged in.");
    }
    if (login.getDetails() instanceof Door door && door.hasNoUsers()) {
      return new Caller(login.getName(), "", null, Set.of(), Set.of());
    }
    return named(login.getName())
        .orElseThrow(() -> new DisabledException("This user is no longer active."));
  }

  /** Empty for a user who does not exist or is not active. */
  Optional<Caller> named(String userId) {
    return login(userId)
        .map(
            login ->
                new Caller(
                    login.user().id(),
                    login.user().businessUnitId(),
                    login.user().partnerId(),
                    login.teamIds(),
                    login.user().roles()));
  }

  /** The same with the password; read once per request, whoever asks. */
  Optional<Login> login(String userId) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return read(userId);
    }
    String key = ASKED + "." + userId;
    if (request.getAttribute(key, RequestAttributes.SCOPE_REQUEST) instanceof Login login) {
      return Optional.of(login);
    }
    Optional<Login> login = read(userId);
    login.ifPresent(known -> request.setAttribute(key, known, RequestAttributes.SCOPE_REQUEST));
    return login;
  }

  private Optional<Login> read(String userId) {
    return organization.login(userId).filter(login -> login.user().active());
  }
}
