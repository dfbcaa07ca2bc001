package org.leadflow.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

/** Two hundred reloads; takes a minute or more: {@code mvn test -Dtest=ReloadCheck}. */
class ReloadCheck extends ReloadTests {

  private static final int MEGABYTE = 1024;

  @Override
  int reloads() {
    return 200;
  }

  @Override
  void judge(long heapBefore, long heapAfter, long metaspaceBefore, long metaspaceAfter) {
    assertThat(heapAfter - heapBefore).as("kB of heap").isLessThan(10 * MEGABYTE);
    assertThat(metaspaceAfter - metaspaceBefore).as("kB of metaspace").isLessThan(20 * MEGABYTE);
  }
}
