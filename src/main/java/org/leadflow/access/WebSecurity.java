package org.leadflow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one login: a form for people, HTTP Basic without a session for programs, and one session that
 * the engine's web applications share.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final RequestMatcher TASKLIST_LOGOUT =
      Paths.method(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, Routes routes, Refusals refusals)
      throws Exception {
    return http.authorizeHttpRequests(routes::decide)
        .headers(PageHeaders::write)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .formLogin(form -> form.loginPage("/login").failureHandler(WebSecurity::backToTheLogin))
        // Nothing of whoever used this session before, neither ours nor the engine's.
        .sessionManagement(session -> session.sessionFixation().newSession())
        .httpBasic(
            basic ->
                basic.authenticationEntryPoint(refusals).withObjectPostProcessor(onlyForPrograms()))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        request ->
                            Paths.method(HttpMethod.POST, "/logout").matches(request)
                                || TASKLIST_LOGOUT.matches(request))
                    .logoutSuccessHandler(
                        (request, response, login) -> {
                          if (!TASKLIST_LOGOUT.matches(request)) {
                            response.sendRedirect(request.getContextPath() + "/login?logout");
                          }
                        }))
        .csrf(
            csrf ->
                csrf.ignoringRequestMatchers(
                    Paths.CAMUNDA,
                    // Other people's sites post here, and nobody's login counts.
                    Paths.WEB_TO_LEAD,
                    Paths.WEBHOOKS,
                    new AndRequestMatcher(
                        Paths.PROGRAMS,
                        new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION))))
        .cors(cors -> cors.disable())
        .build();
  }

  /** Each filter of each request would be a span of its own, which nobody looks at. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  AuthenticationProvider passwordLogin(LoggedInCaller callers) {
    var login = new DaoAuthenticationProvider(new KnownUsers(callers));
    login.setPasswordEncoder(
        new VerifiedPasswords(
            PasswordEncoderFactories.createDelegatingPasswordEncoder(), InstantSource.system()));
    return new LoginThrottle(login);
  }

  private static void backToTheLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    String why = refused instanceof TooManyLogins ? "wait" : "error";
    response.sendRedirect(request.getContextPath() + "/login?" + why);
  }

  /** After the login people go where they wanted to, if that was a page. */
  private static HttpSessionRequestCache pagesOnly() {
    var page = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    page.setUseEquals(true);
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        new AndRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()), page));
    cache.setMatchingRequestParameterName(null);
    return cache;
  }

  private static ObjectPostProcessor<BasicAuthenticationFilter> onlyForPrograms() {
    var basic = new BasicAuthenticationConverter();
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BasicAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationConverter(
            request -> Paths.PROGRAMS.matches(request) ? basic.convert(request) : null);
        return filter;
      }
    };
  }
}
