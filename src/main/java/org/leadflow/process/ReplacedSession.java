package org.leadflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** One of the engine's own managers with something of ours done otherwise. */
public final class ReplacedSession implements SessionFactory {

  private final Class<? extends Session> replaced;
  private final Supplier<? extends Session> ours;

  private ReplacedSession(Class<? extends Session> replaced, Supplier<? extends Session> ours) {
    this.replaced = replaced;
    this.ours = ours;
  }

  /**
   * Lets the engine open ours in each command instead; to be called before the engine is built.
   *
   * @param ours a subclass of what it replaces, another one for each command
   */
  public static <S extends Session> void in(
      ProcessEngineConfigurationImpl engine, Class<S> replaced, Supplier<? extends S> ours) {
    List<SessionFactory> factories =
        new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
    factories.add(new ReplacedSession(replaced, ours));
    engine.setCustomSessionFactories(factories);
  }

  @Override
  public Class<?> getSessionType() {
    return replaced;
  }

  @Override
  public Session openSession() {
    return ours.get();
  }
}
