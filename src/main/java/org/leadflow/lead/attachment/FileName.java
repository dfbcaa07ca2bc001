package org.leadflow.lead.attachment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;

/** The name a sender gives a file, made harmless: one line of text without a path. */
final class FileName {

  private static final int LONGEST = 255;

  /** Control characters, line ends, and what turns the direction of reading around. */
  private static final Pattern DECEIVING =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");

  private FileName() {}

  /**
   * The last part of the name given.
   *
   * @throws Refused naming the field when no name is left, or one that deceives or is too long
   */
  static String of(@Nullable String given) {
    String all = given == null ? "" : given;
    String name = all.substring(Math.max(all.lastIndexOf('/'), all.lastIndexOf('\\')) + 1).strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw Attachments.refused("must have a name");
    }
    if (DECEIVING.matcher(name).find()) {
      throw Attachments.refused(
          "has a name with control characters, or with signs that turn the direction of reading");
    }
    if (name.length() > LONGEST) {
      throw Attachments.refused("has a name of more than " + LONGEST + " characters");
    }
    return name;
  }
}
