package org.leadflow.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a browser that asked for a page and cannot have it with a page for people. Stands before
 * the advices that answer programs.
 */
@Component
class PageErrors implements HandlerExceptionResolver, Ordered {

  private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    boolean loginDecides =
        fault instanceof AccessDeniedException || fault instanceof AuthenticationException;
    if (loginDecides || !(isPage(handler) || wantsPage(request))) {
      return null;
    }
    HttpStatusCode status = status(fault);
    if (status.is5xxServerError()) {
      log.error("A page failed", fault);
    }
    return new ModelAndView("error", Map.of("status", status.value()), status);
  }

  private static boolean isPage(@Nullable Object handler) {
    return handler instanceof HandlerMethod method
        && method.getBeanType().isAnnotationPresent(PageController.class);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !path.startsWith("/api/");
  }

  private static HttpStatusCode status(Exception fault) {
    if (fault instanceof NotVisible || fault instanceof MethodArgumentTypeMismatchException) {
      return HttpStatus.NOT_FOUND;
    }
    if (fault instanceof Refused refused) {
      return refused.status();
    }
    if (fault instanceof MissingPrivilege) {
      return HttpStatus.FORBIDDEN;
    }
    if (fault instanceof Refused refused) {
      return refused.status();
    }
    if (fault instanceof MultipartException) {
      return fault instanceof MaxUploadSizeExceededException
          ? HttpStatus.PAYLOAD_TOO_LARGE
          : HttpStatus.BAD_REQUEST;
    }
    return fault instanceof ErrorResponse known
        ? known.getStatusCode()
        : HttpStatus.INTERNAL_SERVER_ERROR;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
