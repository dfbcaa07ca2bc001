package org.leadflow.rules.house;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Names a version of a rule set by what its files say. */
final class ContentHash {

  private static final int SHOWN = 12;

  private ContentHash() {}

  /** Start of the SHA-256 over names and contents of these files, which come by path. */
  static String of(List<RuleFile> files) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (RuleFile file : files) {
      add(digest, file.path());
      add(digest, file.text());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
