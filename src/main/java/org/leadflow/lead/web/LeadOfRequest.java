package org.leadflow.lead.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.core.LeadInLog;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever is logged while a request about one lead is answered names that lead by its id. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeadOfRequest extends OncePerRequestFilter {

  private static final Pattern ABOUT_A_LEAD =
      Pattern.compile(
          "/(?:api/)?leads/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/.*)?");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Matcher about = ABOUT_A_LEAD.matcher(path);
    if (about.matches()) {
      try (LeadInLog.Until ended = LeadInLog.of(UUID.fromString(about.group(1)))) {
        chain.doFilter(request, response);
      }
    } else {
      chain.doFilter(request, response);
    }
  }
}
