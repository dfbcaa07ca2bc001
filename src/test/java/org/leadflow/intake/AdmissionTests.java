package org.leadflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Refused;

class AdmissionTests {

  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong ofBatches = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final BulkQueue queue =
      new BulkQueue() {
        @Override
        public long waiting() {
          return waiting.get();
        }

        @Override
        public long unrouted(long atMost) {
          asked.incrementAndGet();
          return Math.min(waiting.get() + ofBatches.get(), atMost);
        }

        @Override
        public long unroutedAlone(long atMost) {
          asked.incrementAndGet();
          return Math.min(waiting.get(), atMost);
        }
      };

  @Test
  void oneCallersHasteIsNotAnothers() {
    var admission = new Admission(queue, new AdmissionSettings(1, 10, 1000));
    admission.admitTogether("a", 10);
    assertThatThrownBy(() -> admission.admit("a"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status().value()).isEqualTo(429);
              assertThat(refused.details()).containsEntry(Refused.RETRY_AFTER, 1L);
            });
    assertThatCode(() -> admission.admitTogether("b", 10)).doesNotThrowAnyException();
  }

  @Test
  void noMoreAreAcceptedThanCanBeRoutedSoon() {
    var admission = new Admission(queue, new AdmissionSettings(1000, 1000, 100));
    for (int lead = 0; lead < 100; lead++) {
      admission.admit("a");
      waiting.incrementAndGet();
    }
    assertThat(asked).as("statements for the first hundred").hasValue(0);
    assertThatThrownBy(() -> admission.admit("a"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("overloaded"));

    waiting.set(20);
    admission.watch();

    assertThatCode(() -> admission.admit("a")).doesNotThrowAnyException();
  }

  @Test
  void whatIsRoutedAtOnceIsNoBacklog() {
    var admission = new Admission(queue, new AdmissionSettings(1000, 1000, 100));
    for (int lead = 0; lead < 500; lead++) {
      admission.admit("a");
    }
    assertThat(asked.get()).isLessThanOrEqualTo(5);
  }

  @Test
  void whatWaitsOfBatchesKeepsNoSingleLeadOut() {
    var admission = new Admission(queue, new AdmissionSettings(1000, 1000, 100));
    admission.admitTogether("a", 100);
    ofBatches.set(100);

    assertThatThrownBy(() -> admission.admitTogether("b", 1))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("overloaded"));
    assertThatCode(() -> admission.admit("b")).doesNotThrowAnyException();
  }
}
