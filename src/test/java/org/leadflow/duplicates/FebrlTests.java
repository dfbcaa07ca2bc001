package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The rules as shipped find the duplicates among people of whom only name and address are known.
 */
class FebrlTests {

  @Test
  void whatIsFoundIsADuplicateAndHardlyOneIsMissed() throws IOException {
    Febrl.Score score =
        Febrl.read(Path.of("src/test/resources/febrl/dataset1.csv")).score(Febrl.rulesAsShipped());

    assertThat(score.truth()).isEqualTo(500);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.99);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void whatIsMergedWithoutAskingIsTheSame() throws IOException {
    Febrl.Score score =
        Febrl.read(Path.of("src/test/resources/febrl/dataset1.csv")).score(Febrl.rulesAsShipped());

    assertThat(score.precisionOfSure()).isEqualTo(1);
    assertThat(score.recallOfSure()).isGreaterThanOrEqualTo(0.75);
  }
}
