package org.leadflow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers this room's two exceptions: a problem detail for a program, an error page for people. */
@ControllerAdvice
@Order(0)
class Problems {

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> missing(
      MissingPrivilege missing, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return answer(HttpStatus.FORBIDDEN, "missing-privilege", missing, request, response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> absent(
      NotVisible absent, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return answer(HttpStatus.NOT_FOUND, "not-found", absent, request, response);
  }

  private static @Nullable ResponseEntity<ProblemDetail> answer(
      HttpStatus status,
      String code,
      RuntimeException reason,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (Paths.PROGRAMS.matches(request)) {
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason.getMessage());
      problem.setProperty("code", code);
      return ResponseEntity.of(problem).build();
    }
    response.sendError(status.value());
    return null;
  }
}
