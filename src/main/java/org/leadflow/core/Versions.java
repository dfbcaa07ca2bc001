package org.leadflow.core;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Versions as {@code ETag} and {@code If-Match}: {@code W/"3"} or {@code "3"} is version 3, {@code
 * *} any version.
 */
public final class Versions {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private Versions() {}

  /**
   * The ETag of a version; weak, because the bytes may differ where the record does not.
   *
   * @param version null makes a tag that fits no version
   */
  public static String tag(@Nullable Long version) {
    return "W/\"" + version + "\"";
  }

  /**
   * The version the caller has seen.
   *
   * @throws Refused with 428 when the header is missing, 400 when it is no version
   */
  public static long required(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new Refused(
          HttpStatus.PRECONDITION_REQUIRED,
          "version-required",
          "Send the ETag of the record you have seen as If-Match, so that nobody's change is overwritten.",
          List.of());
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new Refused(
          HttpStatus.BAD_REQUEST,
          "unreadable",
          "If-Match is no version; send the ETag as it was given.",
          List.of());
    }
    return Long.parseLong(tag.group(1));
  }

  /** Refuses a version other than the current one; no header and {@code *} fit always. */
  public static void check(@Nullable String ifMatch, @Nullable Long current) {
    if (ifMatch != null
        && !ifMatch.strip().equals("*")
        && required(ifMatch) != (current == null ? -1 : current)) {
      throw stale(current);
    }
  }

  /** Refuses when the version that was shown is no longer the current one. */
  public static void requireSeen(@Nullable Long current, long seen) {
    if (current == null || current != seen) {
      throw stale(current);
    }
  }

  /** The answer to a version that is no longer the current one. */
  public static Refused stale(@Nullable Long current) {
    return new Refused(
        HttpStatus.PRECONDITION_FAILED,
        "stale-version",
        "Someone changed the record meanwhile, it is at version " + current + ": read it again.",
        List.of());
  }
}
