package org.leadflow.organization;

import java.util.List;
import java.util.stream.Collectors;

/** An organisation file has mistakes; the message lists all of them, one per line. */
class OrganizationFileRejected extends RuntimeException {

  private final transient List<FileFinding> findings;

  OrganizationFileRejected(String file, List<FileFinding> findings) {
    super(
        "%s has %d mistake%s; nothing was imported.%n  %s"
            .formatted(
                file,
                findings.size(),
                findings.size() == 1 ? "" : "s",
                findings.stream()
                    .map(FileFinding::toString)
                    .collect(Collectors.joining(System.lineSeparator() + "  "))));
    this.findings = List.copyOf(findings);
  }

  List<FileFinding> findings() {
    return findings;
  }
}
