package org.leadflow.core;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A node that only works in the background tells operators how it is and answers nothing else. */
@Component
@ConditionalOnProperty("leadflow.closed-doors")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedDoors extends OncePerRequestFilter {

  private final ObjectMapper json;

  ClosedDoors(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    Problem.write(
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "This node works in the background and answers nobody; ask one of the role intake or all."),
        response,
        json);
  }
}
