package org.leadflow.access;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Finds what a login is checked against. An inactive user is answered as an unknown one, so that
 * nobody can tell them apart. Roles are not kept with the login: they are asked for when needed.
 */
record KnownUsers(LoggedInCaller callers) implements UserDetailsService {

  @Override
  public UserDetails loadUserByUsername(String userId) {
    return callers
        .login(userId)
        .filter(known -> known.passwordHash() != null)
        .map(known -> User.withUsername(userId).password(known.passwordHash()).build())
        .orElseThrow(() -> new UsernameNotFoundException("No active user of this name."));
  }
}
