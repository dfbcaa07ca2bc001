package org.leadflow.lead.again;

import java.util.UUID;
import org.leadflow.lead.note.NoteFields;
import org.leadflow.lead.note.Notes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a source said that no field of its lead holds, kept as notes of the lead, open or closed;
 * each once, however often it is sent.
 */
@Component
public class Aside {

  /** A note holds more, counted in bytes by some. */
  private static final int LONGEST = 90_000;

  private final Notes notes;

  Aside(Notes notes) {
    this.notes = notes;
  }

  /** False when a note says so already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean keep(UUID leadId, String subject, String text) {
    boolean isNew = false;
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + LONGEST);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      String part = text.substring(from, to);
      if (!part.isBlank() && !notes.says(leadId, part)) {
        notes.add(leadId, new NoteFields(subject, part));
        isNew = true;
      }
      from = to;
    }
    return isNew;
  }
}
