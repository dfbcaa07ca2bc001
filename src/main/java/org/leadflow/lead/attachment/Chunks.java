package org.leadflow.lead.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes of files in rows of at most {@link #SIZE}: whatever the size of a file, one row of it
 * is in memory.
 */
@Component
class Chunks {

  static final int SIZE = 256 * 1024;

  private final JdbcClient jdbc;

  Chunks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes until the stream ends or the file turns out too large. */
  Written write(UUID attachmentId, InputStream bytes, long largest) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    long size = 0;
    int place = 0;
    byte[] chunk = bytes.readNBytes(SIZE);
    while (chunk.length > 0) {
      size += chunk.length;
      if (size > largest) {
        return new Written(size, "", true);
      }
      digest.update(chunk);
      jdbc.sql("INSERT INTO attachment_chunk (attachment_id, place, bytes) VALUES (?, ?, ?)")
          .params(attachmentId, place, chunk)
          .update();
      place++;
      chunk = bytes.readNBytes(SIZE);
    }
    return new Written(size, HexFormat.of().formatHex(digest.digest()), false);
  }

  /** A stream that asks for a row when the one before was read. */
  InputStream read(UUID attachmentId) {
    return new ChunkStream(place -> chunk(attachmentId, place));
  }

  private Optional<byte[]> chunk(UUID attachmentId, int place) {
    return jdbc.sql("SELECT bytes FROM attachment_chunk WHERE attachment_id = ? AND place = ?")
        .params(attachmentId, place)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /**
   * What was written.
   *
   * @param tooLarge whether it was given up because the file has more bytes than allowed
   */
  record Written(long size, String sha256, boolean tooLarge) {}
}
