package org.leadflow.access;

import java.util.Locale;

/** What somebody may do with records, apart from which ones. */
public enum Privilege {
  CREATE,
  READ,
  WRITE,
  DELETE,
  /** Attach this record to another. */
  APPEND,
  /** Attach another record to this one. */
  APPEND_TO,
  ASSIGN,
  SHARE;

  /** As written in a sentence, such as "append to". */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
