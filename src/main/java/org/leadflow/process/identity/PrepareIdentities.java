package org.leadflow.process.identity;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings users, groups and grants in step at each start, before the first request comes in. */
@Component
class PrepareIdentities implements SmartLifecycle {

  private final OneNodeAtATime alone;
  private final Grants grants;
  private final Mirror mirror;
  private boolean running;

  PrepareIdentities(OneNodeAtATime alone, Grants grants, Mirror mirror) {
    this.alone = alone;
    this.grants = grants;
    this.mirror = mirror;
  }

  @Override
  public void start() {
    alone.run(
        () -> {
          mirror.everybody();
          grants.basics();
        });
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
