package org.leadflow.core;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * How much each of many callers may do within what time, on this node. Whoever was not seen for
 * long is forgotten and has all of his allowance again.
 */
public final class Allowances {

  private static final int MOST_CALLERS = 100_000;

  private final LoadingCache<String, Bucket> buckets;
  private final long capacity;

  /**
   * @param capacity how much at once
   * @param refill how much comes back, evenly, in each period
   */
  public Allowances(long capacity, long refill, Duration period) {
    this.capacity = capacity;
    var limit = Bandwidth.builder().capacity(capacity).refillGreedy(refill, period).build();
    Duration full = period.multipliedBy(1 + capacity / refill);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(full.plusMinutes(1))
            // By the other clock nothing comes back while it is set back.
            .build(caller -> Bucket.builder().addLimit(limit).withNanosecondPrecision().build());
  }

  /** After what time he may do anything again; empty when he may now. Takes nothing. */
  public Optional<Duration> exhausted(String caller) {
    long nanos = buckets.get(caller).estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  /**
   * Takes it from his allowance; more than there can ever be counts as all of it.
   *
   * @return empty when he may, else after what time
   */
  public Optional<Duration> take(String caller, long much) {
    ConsumptionProbe probe =
        buckets.get(caller).tryConsumeAndReturnRemaining(Math.min(much, capacity));
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }
}
