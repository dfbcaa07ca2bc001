package org.leadflow.core;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that hardly ever changes, looked up every five seconds instead of for every lead. What
 * another node changes is seen that much later.
 */
public final class Remembered<T> {

  private static final Duration TRUSTED = Duration.ofSeconds(5);

  private final Supplier<T> lookUp;
  private volatile @Nullable LookedUp<T> last;

  public Remembered(Supplier<T> lookUp) {
    this.lookUp = lookUp;
  }

  /** As it was at most five seconds ago. */
  public T get() {
    LookedUp<T> known = last;
    if (known == null || System.nanoTime() - known.nanos > TRUSTED.toNanos()) {
      known = new LookedUp<>(lookUp.get(), System.nanoTime());
      last = known;
    }
    return known.value;
  }

  private record LookedUp<T>(T value, long nanos) {}
}
