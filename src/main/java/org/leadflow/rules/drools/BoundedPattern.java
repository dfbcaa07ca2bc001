package org.leadflow.rules.drools;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code matches} of a rule does: like Drools' own, but a pattern that does not come to an end
 * is given up, in the thread that asked, and a pattern is compiled once and not for every lead.
 * Public because compiled rules call it.
 */
public final class BoundedPattern {

  private static final int MOST_PATTERNS = 20_000;
  private static final ConcurrentHashMap<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private static final ThreadLocal<Limit> LIMIT = ThreadLocal.withInitial(Limit::new);

  private BoundedPattern() {}

  /**
   * Whether the whole text fits the pattern; a missing text fits none.
   *
   * @throws TookTooLong when the decision's time is over
   */
  public static boolean matches(@Nullable String text, String pattern) {
    if (text == null) {
      return false;
    }
    Pattern compiled = PATTERNS.get(pattern);
    if (compiled == null) {
      if (PATTERNS.size() > MOST_PATTERNS) {
        // Patterns of rules that are long gone.
        PATTERNS.clear();
      }
      compiled = Pattern.compile(pattern);
      PATTERNS.put(pattern, compiled);
    }
    return compiled.matcher(new Watched(text)).matches();
  }

  /** The time from now on until the decision of this thread has to be done; 0 for any time. */
  static void limit(long nanos) {
    LIMIT.get().begin(nanos);
  }

  /**
   * The time a decision has. When it is over by the clock, as much again is counted in computing
   * time: a lead must not be refused because the machine was busy with something else.
   */
  private static final class Limit {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long nanos;
    private long end;
    private long computedUntil;

    private void begin(long nanos) {
      this.nanos = nanos;
      end = System.nanoTime() + nanos;
      computedUntil = 0;
    }

    private boolean isOver() {
      if (nanos == 0 || System.nanoTime() - end <= 0) {
        return false;
      }
      long computed = THREADS.getCurrentThreadCpuTime();
      if (computedUntil == 0) {
        computedUntil = computed + nanos;
      }
      return computed > computedUntil;
    }
  }

  /** The time was over before the decision was. */
  static final class TookTooLong extends RuntimeException {

    TookTooLong() {
      super("a pattern did not come to an end in time");
    }
  }

  /** A text that looks at the clock now and then while it is read. */
  private static final class Watched implements CharSequence {

    private static final int OFTEN = 1 << 14;

    private final String text;
    private int read;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++read == OFTEN) {
        read = 0;
        if (LIMIT.get().isOver()) {
          throw new TookTooLong();
        }
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
