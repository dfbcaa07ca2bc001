package org.leadflow.process.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepDurationsTests {

  @Test
  void aPartOfThemIsToldToWithinThirteenPercent() {
    var steps = new StepDurations();
    for (int minutes = 1; minutes <= 1000; minutes++) {
      steps.add(tookClass(Duration.ofMinutes(minutes)), 1);
    }

    for (int percent = 5; percent <= 95; percent += 5) {
      assertThat((double) steps.within(percent / 100.0).toSeconds())
          .as("%s %%", percent)
          .isBetween(percent * 600 * 0.87, percent * 600 * 1.14);
    }
    assertThat(steps.times()).isEqualTo(1000);
  }

  @Test
  void whatTookNoTimeTookNone() {
    var steps = new StepDurations();
    assertThat(steps.within(0.5)).isZero();
    steps.add(tookClass(Duration.ZERO), 7);
    assertThat(steps.within(0.9)).isLessThanOrEqualTo(Duration.ofMillis(1));
  }

  @Test
  void spansAreSaidInTheUnitsThatMatter() {
    assertThat(Spans.words(Duration.ofMillis(40))).isEqualTo("40 ms");
    assertThat(Spans.words(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(Spans.words(Duration.ofSeconds(125))).isEqualTo("2 min");
    assertThat(Spans.words(Duration.ofMinutes(60))).isEqualTo("1 h");
    assertThat(Spans.words(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    assertThat(Spans.words(Duration.ofHours(75))).isEqualTo("3 d 3 h");
  }

  /** As the database reckons it. */
  private static int tookClass(Duration took) {
    return (int) Math.floor(Math.log(took.toMillis() + 1) * StepRows.CLASSES);
  }
}
