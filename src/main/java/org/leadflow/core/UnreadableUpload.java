package org.leadflow.core;

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

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(MultipartException unreadable) {
    HttpStatus status =
        unreadable instanceof MaxUploadSizeExceededException
            ? HttpStatus.PAYLOAD_TOO_LARGE
            : HttpStatus.BAD_REQUEST;
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(status, "The upload cannot be read."));
  }
}
