package org.leadflow.intake.form.web;

import org.jspecify.annotations.Nullable;
import org.leadflow.intake.form.Suspicion;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of those that are held the page shows.
 *
 * @param suspicion one of those they are held for, null for any
 * @param page counted from 1, null for the first
 */
record HeldWanted(@Nullable Suspicion suspicion, @Nullable Integer page) {

  static final HeldWanted FIRST = new HeldWanted(null, null);

  private static final int LINES = 25;
  private static final Sort OLDEST_FIRST = Sort.by("receivedOn", "submissionId");

  PageRequest request() {
    return PageRequest.of(page == null ? 0 : Math.max(0, page - 1), LINES, OLDEST_FIRST);
  }

  /** The path of the page that shows them. */
  String path() {
    var path = UriComponentsBuilder.fromPath("/web-forms");
    if (suspicion != null) {
      path.queryParam("suspicion", suspicion);
    }
    if (page != null) {
      path.queryParam("page", page);
    }
    return path.toUriString();
  }
}
