package org.leadflow.access;

import java.util.function.Supplier;
import org.leadflow.core.Actor.Door;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Work that somebody asked for and that goes on when his request has ended. */
@Component
public class Acting {

  /**
   * Does the work as this user and with his rights as they are now, not as they were when he asked.
   *
   * @param door the door he came in by, as the trails tell it
   */
  public <T> T as(String userId, Door door, Supplier<T> work) {
    SecurityContext before = SecurityContextHolder.getContext();
    var login =
        UsernamePasswordAuthenticationToken.authenticated(
            userId, null, AuthorityUtils.NO_AUTHORITIES);
    login.setDetails(door);
    SecurityContext acting = SecurityContextHolder.createEmptyContext();
    acting.setAuthentication(login);
    SecurityContextHolder.setContext(acting);
    try {
      return work.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
