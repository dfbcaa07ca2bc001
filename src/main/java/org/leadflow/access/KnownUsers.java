package org.leadflow.access;

import org.leadflow.organization.Credentials;
import org.leadflow.organization.Organization;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Finds what a login is checked against. An inactive user is answered as an unknown one, so that
 * nobody can tell them apart. Roles are not kept with the login: they are asked for when needed.
 */
record KnownUsers(Organization organization) implements UserDetailsService {

  @Override
  public UserDetails loadUserByUsername(String userId) {
    return organization
        .credentials(userId)
        .filter(Credentials::active)
        .map(known -> User.withUsername(known.userId()).password(known.passwordHash()).build())
        .orElseThrow(() -> new UsernameNotFoundException("No active user of this name."));
  }
}
