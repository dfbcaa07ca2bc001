package org.leadflow.access;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches requests by path patterns, whichever servlet serves them: the workflow engine's web
 * applications bring servlets of their own.
 */
final class Paths {

  /** Asked by programs, which send their password each time and read no pages. */
  static final RequestMatcher PROGRAMS = any("/api/**", "/actuator/**");

  static final RequestMatcher CAMUNDA = any("/camunda/**");
  static final RequestMatcher WEB_TO_LEAD = any("/web-to-lead/**");
  static final RequestMatcher WEBHOOKS = any("/api/webhooks/*");
  static final RequestMatcher CARD = any("/leads/*/card", "/leads/*/twins/card");

  private Paths() {}

  static RequestMatcher any(String... patterns) {
    return new OrRequestMatcher(
        Arrays.stream(patterns)
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());
  }

  static RequestMatcher method(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
  }
}
