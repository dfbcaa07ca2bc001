package org.leadflow.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.leadflow.reporting.Grouping.Group;

/** What the groups of a report are told as. */
class GroupingTests {

  private final Grouping<AtomicLong> sums =
      new Grouping<>(
          new Filter(
              LocalDate.of(2026, 1, 1),
              LocalDate.of(2026, 12, 31),
              ZoneOffset.UTC,
              Dimension.CAMPAIGN,
              null,
              Measure.CONTACT),
          AtomicLong::new);

  @Test
  void theSmallestAreToldTogetherWhateverTheOthersAreCalled() {
    sums.of("fair").set(9);
    sums.of("*").set(8);
    sums.of(null).set(7);
    sums.of("mail").set(2);
    sums.of("call").set(1);
    sums.ofRest().set(100);

    var told =
        sums.groups(3, AtomicLong::get, (all, one) -> all.addAndGet(one.get())).stream()
            .map(GroupingTests::inWords)
            .toList();

    assertThat(told)
        .containsExactly("GROUP fair 9", "GROUP * 8", "NONE  7", "OTHERS  3", "REST  100");
  }

  private static String inWords(Group<AtomicLong> group) {
    return group.stands() + " " + group.key() + " " + group.sums();
  }
}
