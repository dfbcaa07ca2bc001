package org.leadflow.organization.web;

import org.leadflow.core.Versions;
import org.leadflow.organization.Edits;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with the version of a record as its ETag. */
@Component
class Tagged {

  private final Edits edits;

  Tagged(Edits edits) {
    this.edits = edits;
  }

  <T> ResponseEntity<T> answer(HttpStatus status, Edits.Kind kind, String id, T body) {
    return ResponseEntity.status(status).eTag(Versions.tag(edits.version(kind, id))).body(body);
  }
}
