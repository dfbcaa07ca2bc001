package org.leadflow.organization.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.UserDeactivated;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps what the last one who was switched off in this thread still has, for the answer. */
@Component
class DeactivationLog {

  private final ThreadLocal<UserDeactivated> last = new ThreadLocal<>();

  /** Before all others, who add to it. */
  @EventListener
  @Order(Integer.MIN_VALUE)
  void on(UserDeactivated deactivated) {
    last.set(deactivated);
  }

  /** Null when he was not switched off here; asked once. */
  @Nullable Map<String, Integer> left(String userId) {
    UserDeactivated deactivated = last.get();
    last.remove();
    return deactivated != null && deactivated.userId().equals(userId) ? deactivated.left() : null;
  }
}
