package org.leadflow.lead.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reading a file chunk by chunk. */
class ChunkStreamTests {

  private final List<Integer> asked = new ArrayList<>();

  @Test
  void aChunkIsAskedForWhenTheOneBeforeIsReadAndNoneTwice() throws IOException {
    try (var stream = stream("abc", "de")) {
      assertThat(asked).isEmpty();
      assertThat(stream.read()).isEqualTo('a');
      assertThat(asked).containsExactly(0);
      assertThat(stream.readNBytes(2)).isEqualTo("bc".getBytes());
      assertThat(asked).containsExactly(0);
      assertThat(stream.read()).isEqualTo('d');
      assertThat(asked).containsExactly(0, 1);
      assertThat(stream.readAllBytes()).isEqualTo("e".getBytes());
      assertThat(stream.read()).isEqualTo(-1);
    }
  }

  @Test
  void oneReadNeverSpansTwoChunks() {
    var stream = stream("abc", "de");
    byte[] target = new byte[10];

    assertThat(stream.read(target, 0, 10)).isEqualTo(3);
    assertThat(stream.read(target, 3, 0)).isZero();
    assertThat(stream.read(target, 3, 7)).isEqualTo(2);
    assertThat(stream.read(target, 5, 5)).isEqualTo(-1);
    assertThat(new String(target, 0, 5)).isEqualTo("abcde");
  }

  @Test
  void bytesAboveHalfAreNoEnd() {
    var stream = new ChunkStream(place -> place == 0 ? Optional.of(new byte[] {-1}) : none());

    assertThat(stream.read()).isEqualTo(255);
    assertThat(stream.read()).isEqualTo(-1);
  }

  private ChunkStream stream(String... chunks) {
    return new ChunkStream(
        place -> {
          asked.add(place);
          return place < chunks.length ? Optional.of(chunks[place].getBytes()) : none();
        });
  }

  private static Optional<byte[]> none() {
    return Optional.empty();
  }
}
