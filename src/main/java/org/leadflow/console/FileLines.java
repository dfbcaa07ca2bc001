package org.leadflow.console;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.leadflow.core.WallClock;
import org.leadflow.lead.RecordKind;
import org.leadflow.lead.attachment.Attachments;
import org.leadflow.lead.attachment.LeadAttachment;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Lists the files of leads, each with the address that whoever may see the page may open. */
@Component
class FileLines {

  private static final int LINES = 100;
  private static final int KIBIBYTE = 1024;

  private final Attachments attachments;
  private final Names names;
  private final WallClock times;

  FileLines(Attachments attachments, Names names, WallClock times) {
    this.attachments = attachments;
    this.names = names;
    this.times = times;
  }

  List<FileLine> ofLead(UUID leadId) {
    return attachments.of(leadId).stream().map(file -> line(file, "leads", leadId)).toList();
  }

  /** The newest of those of its leads. */
  List<FileLine> ofOpportunity(UUID opportunityId) {
    return attachments
        .behind(RecordKind.OPPORTUNITY, opportunityId, PageRequest.of(0, LINES))
        .stream()
        .map(file -> line(file, "opportunities", opportunityId))
        .toList();
  }

  private FileLine line(LeadAttachment file, String records, UUID id) {
    return new FileLine(
        file.fileName(),
        "/api/%s/%s/attachments/%s/content".formatted(records, id, file.attachmentId()),
        size(file.size()),
        times.minute(file.createdOn()),
        names.actor(file.createdBy()),
        file.subject(),
        file.text());
  }

  static String size(long bytes) {
    if (bytes < KIBIBYTE) {
      return bytes + " B";
    }
    return bytes < KIBIBYTE * KIBIBYTE
        ? String.format(Locale.ENGLISH, "%.0f KB", (double) bytes / KIBIBYTE)
        : String.format(Locale.ENGLISH, "%.1f MB", (double) bytes / KIBIBYTE / KIBIBYTE);
  }
}
