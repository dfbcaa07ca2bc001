package org.leadflow.access;

import jakarta.servlet.http.HttpServletRequest;
import org.leadflow.core.Actor;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.CurrentActor;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who acts: the logged-in user through the door his request came in, else the product itself. */
@Component
class LoggedInActor implements CurrentActor {

  private static final Actor PRODUCT = Actor.product(Door.PROCESS);

  private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

  @Override
  public Actor get() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (!trust.isAuthenticated(login)) {
      return PRODUCT;
    }
    Door door = login.getDetails() instanceof Door asked ? asked : door();
    return new Actor(login.getName(), door);
  }

  private static Door door() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      HttpServletRequest request = current.getRequest();
      String path = request.getRequestURI().substring(request.getContextPath().length());
      if (path.startsWith("/camunda/")) {
        return Door.TASKLIST;
      }
      if (path.startsWith("/api/")) {
        return Door.API;
      }
    }
    return Door.PAGE;
  }
}
