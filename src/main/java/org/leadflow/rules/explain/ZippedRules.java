package org.leadflow.rules.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.leadflow.rules.RuleSetFile;

/** Reads the rule sets of a zipped folder: {@code rules/scoring/...} or {@code scoring/...}. */
public final class ZippedRules {

  private static final int MOST_FILES = 5_000;
  private static final int MOST_BYTES = 50_000_000;
  private static final String ROOT = "rules/";

  private ZippedRules() {}

  /** Why a zip cannot be read, as the rest of a sentence about it. */
  public static final class Unreadable extends Exception {

    Unreadable(String why) {
      super(why);
    }
  }

  /**
   * Its files, by path below the rules folder; documents and hidden files are left out.
   *
   * @throws Unreadable if it is no zip, holds nothing or holds too much
   */
  public static List<RuleSetFile> read(InputStream zipped) throws Unreadable {
    var files = new ArrayList<RuleSetFile>();
    int left = MOST_BYTES;
    try (var zip = new ZipInputStream(zipped, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory() || !belongs(entry.getName())) {
          continue;
        }
        byte[] content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || files.size() == MOST_FILES) {
          throw new Unreadable(
              "must not hold more than %d files or %d bytes".formatted(MOST_FILES, MOST_BYTES));
        }
        String path = entry.getName().replace('\\', '/');
        files.add(
            new RuleSetFile(path.startsWith(ROOT) ? path.substring(ROOT.length()) : path, content));
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new Unreadable("must be a zip of a rules folder; this one cannot be read");
    }
    if (files.isEmpty()) {
      throw new Unreadable("must be a zip of a rules folder; there is no rule file in this one");
    }
    return files;
  }

  private static boolean belongs(String path) {
    return !path.endsWith(".md")
        && !path.startsWith(".")
        && !path.contains("/.")
        && !path.contains("..")
        && !path.startsWith("__MACOSX")
        && !path.endsWith("~");
  }
}
