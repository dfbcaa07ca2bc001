package org.leadflow.organization;

import java.util.List;

/**
 * What importing an organisation file did, or would do.
 *
 * @param imported false for a trial, and when anything is wrong
 */
public record ImportReport(
    boolean imported, List<FileChange> changes, List<FileFinding> findings) {}
