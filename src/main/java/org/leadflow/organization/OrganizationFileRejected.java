package org.leadflow.organization;

import java.util.List;

/** An organisation file has mistakes; the message lists all of them, one per line. */
class OrganizationFileRejected extends RuntimeException {

  OrganizationFileRejected(String file, List<String> findings) {
    super(
        "%s has %d mistake%s; nothing was imported.%n  %s"
            .formatted(
                file,
                findings.size(),
                findings.size() == 1 ? "" : "s",
                String.join(System.lineSeparator() + "  ", findings)));
  }
}
