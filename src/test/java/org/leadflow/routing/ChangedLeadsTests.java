package org.leadflow.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Leads that changed wait their turn, and not without end. */
class ChangedLeadsTests {

  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final UUID THIRD = new UUID(0, 3);

  private final ChangedLeads changed = new ChangedLeads(2);

  @Test
  void soManyAreTakenAtOnceTheOldestFirst() {
    changed.note(SECOND, 20);
    changed.note(FIRST, 10);

    assertThat(changed.next(1)).containsOnlyKeys(SECOND);
    assertThat(changed.next(50)).containsOnlyKeys(FIRST);
    assertThat(changed.next(50)).isEmpty();
  }

  @Test
  void whatWasKnownBeforeTheFirstOfSeveralChangesCounts() {
    changed.note(FIRST, 10);
    changed.note(FIRST, 11);

    assertThat(changed.next(50)).containsEntry(FIRST, 10);
  }

  @Test
  void ofTooManyTheOldestIsDropped() {
    changed.note(FIRST, 10);
    changed.note(SECOND, 20);
    changed.note(THIRD, 30);

    assertThat(changed.next(50)).containsOnlyKeys(SECOND, THIRD);
  }
}
