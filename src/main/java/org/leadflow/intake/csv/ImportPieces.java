package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bytes of the files, in rows of bounded size where every node finds them; one row is in memory
 * at a time.
 */
@Component
class ImportPieces {

  private static final int SIZE = 256 * 1024;
  private static final int TOGETHER = 16;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ImportPieces(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Writes some rows in each transaction, so that none is long. */
  void write(UUID importId, InputStream bytes) throws IOException {
    int place = 0;
    byte[][] pieces = read(bytes);
    while (pieces.length > 0) {
      int from = place;
      byte[][] some = pieces;
      transaction.executeWithoutResult(
          status -> {
            for (int i = 0; i < some.length; i++) {
              insert(importId, from + i, some[i]);
            }
          });
      place += some.length;
      pieces = read(bytes);
    }
  }

  private static byte[][] read(InputStream bytes) throws IOException {
    byte[][] pieces = new byte[TOGETHER][];
    int count = 0;
    while (count < TOGETHER) {
      byte[] piece = bytes.readNBytes(SIZE);
      if (piece.length == 0) {
        break;
      }
      pieces[count++] = piece;
    }
    return Arrays.copyOf(pieces, count);
  }

  private void insert(UUID importId, int place, byte[] piece) {
    jdbc.sql("INSERT INTO import_piece (import_id, place, bytes) VALUES (?, ?, ?)")
        .params(importId, place, piece)
        .update();
  }

  InputStream read(UUID importId) {
    return new Stream(importId);
  }

  private Optional<byte[]> piece(UUID importId, int place) {
    return jdbc.sql("SELECT bytes FROM import_piece WHERE import_id = ? AND place = ?")
        .params(importId, place)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  private final class Stream extends InputStream {

    private final UUID importId;
    private byte[] piece = {};
    private int place;
    private int read;

    Stream(UUID importId) {
      this.importId = importId;
    }

    @Override
    public int read() {
      return hasMore() ? piece[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, target.length);
      if (length == 0 || !hasMore()) {
        return length == 0 ? 0 : -1;
      }
      int count = Math.min(length, piece.length - read);
      System.arraycopy(piece, read, target, offset, count);
      read += count;
      return count;
    }

    private boolean hasMore() {
      if (read == piece.length) {
        piece = piece(importId, place++).orElse(new byte[0]);
        read = 0;
      }
      return piece.length > 0;
    }
  }
}
