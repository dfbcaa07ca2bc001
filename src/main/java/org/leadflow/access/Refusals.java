package org.leadflow.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.leadflow.core.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * What a refused request is answered: a program gets a problem detail that says what is missing, a
 * browser the login page or the error page. Never a {@code Basic} challenge, because a browser
 * would remember the password and send it along with every request from anywhere.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final RequestMatcher PROGRAM = Paths.any("/api/**", "/camunda/api/**");

  private final ObjectMapper json;

  Refusals(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof TooManyLogins tooMany && PROGRAM.matches(request)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
      answer(
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "Too many wrong passwords came from this address; Retry-After says when to try again.");
    } else if (PROGRAM.matches(request)) {
      answer(
          response,
          HttpStatus.UNAUTHORIZED,
          "Log in first, or send user and password with each request to /api (HTTP Basic).");
    } else {
      response.sendRedirect(request.getContextPath() + "/login");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    boolean loggedIn = SecurityContextHolder.getContext().getAuthentication() != null;
    if (refused instanceof CsrfException && !loggedIn) {
      commence(request, response, new SessionEnded(refused));
    } else if (PROGRAM.matches(request)) {
      answer(response, HttpStatus.FORBIDDEN, reason(refused));
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private static String reason(AccessDeniedException refused) {
    if (refused instanceof CsrfException) {
      return "The header X-CSRF-TOKEN with the token of this session is missing.";
    }
    boolean explained =
        refused instanceof AuthorizationDeniedException denied
            && denied.getAuthorizationResult() instanceof Refused;
    return explained
        ? ((Refused) ((AuthorizationDeniedException) refused).getAuthorizationResult()).reason()
        : "Nobody may use this path.";
  }

  private void answer(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    Problem.write(Problem.of(status, detail), response, json);
  }

  /** A page left open until its session had ended. */
  private static class SessionEnded extends AuthenticationException {
    SessionEnded(AccessDeniedException cause) {
      super("The session has ended.", cause);
    }
  }
}
