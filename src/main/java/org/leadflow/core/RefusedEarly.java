package org.leadflow.core;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;

/**
 * What reaches no controller (an unknown path, a method the path does not know, a request the
 * firewall stops) is answered with a problem detail in the API too; elsewhere with the error page.
 */
@Controller
class RefusedEarly extends BasicErrorController {

  private final ObjectMapper json;

  RefusedEarly(
      ErrorAttributes attributes,
      ServerProperties server,
      ObjectProvider<ErrorViewResolver> views,
      ObjectMapper json) {
    super(attributes, server.getError(), views.orderedStream().toList());
    this.json = json;
  }

  @Override
  public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    if (!isForProgram(request)) {
      return super.error(request);
    }
    ProblemDetail problem = problem(request);
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(json.convertValue(problem, new TypeReference<>() {}));
  }

  @Override
  public @Nullable ModelAndView errorHtml(
      HttpServletRequest request, HttpServletResponse response) {
    if (!isForProgram(request)) {
      return super.errorHtml(request, response);
    }
    try {
      Problem.write(problem(request), response, json);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return null;
  }

  private ProblemDetail problem(HttpServletRequest request) {
    HttpStatus status = getStatus(request);
    return Problem.of(status, sentence(status, request));
  }

  private static String sentence(HttpStatus status, HttpServletRequest request) {
    return switch (status) {
      case BAD_REQUEST -> "The request cannot be read.";
      case NOT_FOUND -> "There is nothing at this path.";
      case METHOD_NOT_ALLOWED -> "There is no " + request.getMethod() + " at this path.";
      case INTERNAL_SERVER_ERROR -> "The request failed; the log of the server says why.";
      default -> status.getReasonPhrase() + ".";
    };
  }

  private static boolean isForProgram(HttpServletRequest request) {
    String path =
        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
            .substring(request.getContextPath().length());
    return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/api;");
  }
}
