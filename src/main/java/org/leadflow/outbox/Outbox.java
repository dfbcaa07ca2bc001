package org.leadflow.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.outbox.OutboxMessage.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages to other systems; they leave when the transaction has committed. */
@Service
public class Outbox {

  private final OutboxRows rows;
  private final OutboxSettings settings;
  private final ObjectMapper json;
  private final Clock clock;

  Outbox(OutboxRows rows, OutboxSettings settings, ObjectMapper json, Clock clock) {
    this.rows = rows;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  /** The names of the other systems that are configured. */
  public Set<String> targets() {
    return new TreeSet<>(settings.targets().keySet());
  }

  /**
   * Writes a message in the transaction of the caller.
   *
   * @param ids what it is about; never names, addresses or anything else of a person
   * @throws IllegalArgumentException when no such target is configured
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String target, String event, Map<String, String> ids) {
    if (!settings.targets().containsKey(target)) {
      throw new IllegalArgumentException("No target " + target + " is configured");
    }
    UUID messageId = Ids.next();
    Instant now = clock.instant();
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put("messageId", messageId.toString());
    payload.put("event", event);
    payload.putAll(ids);
    payload.put("occurredOn", now.toString());
    try {
      rows.add(messageId, target, event, json.writeValueAsString(payload), now);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The newest messages in a state, at most 200. */
  @Transactional(readOnly = true)
  public List<OutboxMessage> newest(State state) {
    return rows.newest(state, 200);
  }

  /**
   * Lets a message that was given up be sent again, as if it were new.
   *
   * @throws Refused when it is not given up
   */
  @Transactional
  public void sendAgain(UUID messageId) {
    if (!rows.again(messageId, clock.instant())) {
      throw Refused.conflict(
          "not-given-up", "No message " + messageId + " was given up; it may be on its way.");
    }
  }
}
