package org.leadflow.core;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Makes problem details (RFC 9457) with two members of ours: {@code code}, which is stable, and
 * {@code errors}, which names every wrong field.
 */
public final class Problem {

  private Problem() {}

  /** A problem whose code follows from its status. */
  public static ProblemDetail of(HttpStatus status, String sentence) {
    return of(status, codeOf(status), sentence, List.of());
  }

  public static ProblemDetail of(
      HttpStatus status, String code, String sentence, List<FieldFault> faults) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setProperty("code", code);
    if (!faults.isEmpty()) {
      problem.setProperty("errors", faults);
    }
    return problem;
  }

  /** Answers with it where no controller does. */
  public static void write(ProblemDetail problem, HttpServletResponse response, ObjectMapper json)
      throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }

  /** The code where nobody has a better one: the name of the status. */
  static String codeOf(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> "unreadable";
      case 413 -> "too-large";
      case 500 -> "server-error";
      default ->
          HttpStatus.valueOf(status.value()).name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
