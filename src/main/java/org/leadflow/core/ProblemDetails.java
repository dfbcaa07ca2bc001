package org.leadflow.core;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.BodyLimit.TooLarge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error of a controller of the API as a problem detail (RFC 9457), see {@link Problem}. Class
 * names and statements never leave the product.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemDetails extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemDetails.class);
  private static final long SECONDS_UNTIL_IT_ANSWERS = 5;

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    ResponseEntity<ProblemDetail> answer =
        answer(refused.status(), refused.code(), refused.getMessage(), refused.faults());
    refused.details().forEach(answer.getBody()::setProperty);
    Object after = refused.details().get(Refused.RETRY_AFTER);
    return after == null
        ? answer
        : ResponseEntity.status(answer.getStatusCode())
            .headers(answer.getHeaders())
            .header(HttpHeaders.RETRY_AFTER, after.toString())
            .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(ConstraintViolationException invalid) {
    List<FieldFault> faults =
        invalid.getConstraintViolations().stream()
            .map(violation -> new FieldFault(fieldOf(violation), violation.getMessage()))
            .sorted(Comparator.comparing(FieldFault::field).thenComparing(FieldFault::message))
            .toList();
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", Refused.WRONG_FIELDS, faults);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException mismatch) {
    return answer(
        HttpStatus.BAD_REQUEST,
        "unreadable",
        "The request cannot be read.",
        List.of(
            new FieldFault(mismatch.getName(), JsonFaults.expected(mismatch.getRequiredType()))));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(ConcurrencyFailureException overtaken) {
    return answer(
        HttpStatus.CONFLICT,
        "overtaken",
        "Someone else changed the record meanwhile: read it again.",
        List.of());
  }

  @ExceptionHandler(TransientDataAccessException.class)
  ResponseEntity<ProblemDetail> unavailable(Exception unavailable) {
    log.warn("The database did not answer", unavailable);
    return refused(
        new Refused(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "Try again in a moment.",
            List.of(),
            Map.of(Refused.RETRY_AFTER, SECONDS_UNTIL_IT_ANSWERS)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception unexpected) throws Exception {
    if (unexpected instanceof AccessDeniedException
        || unexpected instanceof AuthenticationException) {
      throw unexpected;
    }
    if (unexpected.getCause() instanceof ConcurrencyFailureException overtaken) {
      return overtaken(overtaken);
    }
    if (Busy.is(unexpected)) {
      return unavailable(unexpected);
    }
    log.error("A request failed", unexpected);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "server-error",
        "The request failed; the log of the server says why.",
        List.of());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (unreadable.getCause() instanceof TooLarge tooLarge) {
      return handleExceptionInternal(
          tooLarge, TooLarge.problem(), headers, HttpStatus.PAYLOAD_TOO_LARGE, request);
    }
    return asObject(
        answer(
            HttpStatus.BAD_REQUEST,
            "unreadable",
            "The request body cannot be read.",
            unreadable.getCause() == null
                ? List.of(new FieldFault("body", "must be one JSON object"))
                : JsonFaults.of(unreadable.getCause())));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldFault> faults =
        invalid.getFieldErrors().stream()
            .map(
                error ->
                    new FieldFault(error.getField(), String.valueOf(error.getDefaultMessage())))
            .sorted(Comparator.comparing(FieldFault::field).thenComparing(FieldFault::message))
            .toList();
    return asObject(
        answer(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", Refused.WRONG_FIELDS, faults));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem && problem.getProperties() == null) {
      problem.setProperty("code", Problem.codeOf(status));
    }
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  /**
   * The content type is said, so that a client that accepts nothing we have gets its answer too.
   */
  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String code, String sentence, List<FieldFault> faults) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(status, code, sentence, faults));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static ResponseEntity<Object> asObject(ResponseEntity<ProblemDetail> answer) {
    return (ResponseEntity) answer;
  }

  private static String fieldOf(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
