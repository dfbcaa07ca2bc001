package org.leadflow.intake.csv.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.springframework.http.ContentDisposition;

/** The short texts around a file, made harmless or refused. */
final class Texts {

  private static final int LONGEST_NAME = 200;
  private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,49}");
  private static final Pattern DECEIVING = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Texts() {}

  /** The last part of the name given, one line of text without a path. */
  static String fileName(@Nullable String given) {
    String all = given == null ? "" : given;
    String last = all.substring(Math.max(all.lastIndexOf('/'), all.lastIndexOf('\\')) + 1);
    String name = DECEIVING.matcher(last).replaceAll("").strip();
    if (name.isEmpty()) {
      return "leads.csv";
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /**
   * The name of the system a file comes from, null for none.
   *
   * @throws Refused when there can be no such name
   */
  static @Nullable String source(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (!isSource(given.strip())) {
      throw Refused.invalid(
          "invalid",
          "There can be no such source.",
          List.of(
              new FieldFault(
                  "source",
                  "must be 1 to 50 letters, digits, spaces or . _ / - and begin with a letter or digit")));
    }
    return given.strip();
  }

  static boolean isSource(String name) {
    return SOURCE.matcher(name).matches();
  }

  static String rejectedName(String fileName) {
    String stem = fileName.replaceFirst("\\.[^.]{1,5}$", "") + "-rejected.csv";
    ContentDisposition.Builder attachment = ContentDisposition.attachment();
    return (StandardCharsets.US_ASCII.newEncoder().canEncode(stem)
            ? attachment.filename(stem).build()
            : attachment.filename(stem, StandardCharsets.UTF_8).build())
        .toString();
  }
}
