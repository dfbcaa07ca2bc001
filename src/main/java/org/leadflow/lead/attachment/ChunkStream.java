package org.leadflow.lead.attachment;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads chunks one after the other and forgets each when the next one is asked for. */
class ChunkStream extends InputStream {

  private final IntFunction<Optional<byte[]>> chunks;
  private byte[] chunk = {};
  private int place;
  private int read;

  /**
   * @param chunks the chunk at a place, counted from 0; empty after the last
   */
  ChunkStream(IntFunction<Optional<byte[]>> chunks) {
    this.chunks = chunks;
  }

  @Override
  public int read() {
    return hasMore() ? chunk[read++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - read);
    System.arraycopy(chunk, read, target, offset, count);
    read += count;
    return count;
  }

  private boolean hasMore() {
    if (read == chunk.length) {
      chunk = chunks.apply(place).orElse(new byte[0]);
      place++;
      read = 0;
    }
    return chunk.length > 0;
  }
}
