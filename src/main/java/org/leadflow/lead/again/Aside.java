package org.leadflow.lead.again;

import java.util.List;
import java.util.UUID;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.note.NoteFields;
import org.leadflow.lead.note.Notes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a source said that no field of its lead holds, kept as notes of the lead, open or closed, or
 * of the one it was merged into; each once, however often it is sent.
 */
@Component
public class Aside {

  /** A note holds more, counted in bytes by some. */
  private static final int LONGEST = 90_000;

  private final Notes notes;
  private final LeadRecords leads;

  Aside(Notes notes, LeadRecords leads) {
    this.notes = notes;
    this.leads = leads;
  }

  /** False when a note says so already, or the lead is gone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean keep(UUID sentLead, String subject, String text) {
    // Somebody reads the notes of the one that others were merged into.
    List<Lead> all = leads.withMasters(sentLead);
    if (all.isEmpty()) {
      return false;
    }
    UUID leadId = all.get(all.size() - 1).leadId();
    boolean isNew = false;
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + LONGEST);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      String part = text.substring(from, to);
      if (!part.isBlank() && !notes.says(leadId, part)) {
        notes.keep(leadId, new NoteFields(subject, part));
        isNew = true;
      }
      from = to;
    }
    return isNew;
  }
}
