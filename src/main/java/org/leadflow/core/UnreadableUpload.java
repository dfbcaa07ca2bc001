package org.leadflow.core;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * An upload is taken apart before its controller is known; one that cannot be is the client's
 * fault.
 */
@ControllerAdvice
class UnreadableUpload {

  private final MultipartConfigElement uploads;

  UnreadableUpload(MultipartConfigElement uploads) {
    this.uploads = uploads;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(MultipartException unreadable) {
    ProblemDetail problem =
        unreadable instanceof MaxUploadSizeExceededException
            ? tooLarge(uploads.getMaxRequestSize())
            : Problem.of(HttpStatus.BAD_REQUEST, "The upload cannot be read.");
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  static ProblemDetail tooLarge(long largest) {
    return Problem.of(
        HttpStatus.PAYLOAD_TOO_LARGE, "The upload has more than " + largest + " bytes.");
  }
}
