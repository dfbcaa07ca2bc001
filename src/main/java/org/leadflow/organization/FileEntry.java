package org.leadflow.organization;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of a list in an organisation file, for the room that understands it.
 *
 * @param line where it stands, 0 for one that was never in a file
 * @param values texts, whole numbers, decimal numbers, booleans, lists and maps of them; never null
 */
public record FileEntry(int line, Map<String, Object> values) {

  public FileEntry {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
