package org.leadflow.process.identity;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells the engine's web applications who is logged in. What groups he is in they read from the
 * engine themselves, and again every few minutes; see {@link Mirror}.
 */
@Configuration(proxyBeanMethods = false)
class WebappLogin {

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLoginFilter() {
    var filter = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new SharedLogin());
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    // After the security chain, before the filters of the web applications.
    filter.setOrder(0);
    return filter;
  }

  private static class SharedLogin extends ContainerBasedAuthenticationFilter
      implements AuthenticationProvider {

    @Override
    public void init(FilterConfig config) {
      authenticationProvider = this;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      Authentication login = SecurityContextHolder.getContext().getAuthentication();
      boolean known =
          login != null
              && engine.getIdentityService().createUserQuery().userId(login.getName()).count() == 1;
      return known
          ? AuthenticationResult.successful(login.getName())
          : AuthenticationResult.unsuccessful();
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      // The security chain in front has already asked for a login.
    }
  }
}
