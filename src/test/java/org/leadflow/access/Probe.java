package org.leadflow.access;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** A bean nobody may call from outside; counts who does. */
@TestComponent("probe")
public class Probe {

  private final AtomicInteger calls = new AtomicInteger();

  public String touch() {
    calls.incrementAndGet();
    return "touched";
  }

  public int calls() {
    return calls.get();
  }
}
