package org.leadflow.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.leadflow.organization.Role;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets in who is logged in, is still active, and has one of these roles now.
 *
 * @param roles none: every role will do
 */
record ActiveUser(LoggedInCaller callers, Set<Role> roles)
    implements AuthorizationManager<RequestAuthorizationContext> {

  private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

  @Override
  @SuppressWarnings("deprecation") // still the method to implement in this version
  public AuthorizationDecision check(
      Supplier<Authentication> login, RequestAuthorizationContext request) {
    if (!TRUST.isAuthenticated(login.get())) {
      return new Refused("Nobody is logged in.");
    }
    Optional<Caller> caller = callers.named(login.get().getName());
    if (caller.isEmpty()) {
      return new Refused("This user is no longer active.");
    }
    boolean fits = roles.isEmpty() || !Collections.disjoint(roles, caller.get().roles());
    return fits ? new AuthorizationDecision(true) : new Refused(missing());
  }

  private String missing() {
    return EnumSet.copyOf(roles).stream()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or ", "This needs the role ", "."));
  }
}
