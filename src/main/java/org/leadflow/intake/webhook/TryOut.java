package org.leadflow.intake.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.leadflow.core.FieldFault;
import org.leadflow.core.JsonFaults;
import org.leadflow.core.Refused;
import org.leadflow.intake.Intake;
import org.springframework.stereotype.Component;

/** Says what would become of a message; stores nothing. */
@Component
public class TryOut {

  private final Intake intake;
  private final Validator validator;
  private final ObjectMapper json;

  TryOut(Intake intake, Validator validator, ObjectMapper json) {
    this.intake = intake;
    this.validator = validator;
    this.json = json;
  }

  /**
   * A message laid on a lead.
   *
   * @param values field to value
   * @param externalId by which the same lead is known when it is sent again
   * @param rest what becomes a note: JSON pointer to text
   * @param faults why it would be rejected; empty when it would not
   */
  public record Outcome(
      Map<String, Object> values,
      String externalId,
      Map<String, String> rest,
      List<FieldFault> faults) {}

  /**
   * @param message as a sender would send it
   * @throws Refused when it is no JSON object, or the mapping is none
   */
  public Outcome of(Webhook webhook, Mapping mapping, String message) {
    Refused.ifAny(mapping.faults(validator));
    Message laid = Message.of(read(message), mapping, validator);
    return new Outcome(
        laid.values(),
        laid.externalId(),
        laid.rest(),
        intake.prepare(laid.fields(webhook.sourceSystem())).faults());
  }

  /**
   * A mapping as it is typed.
   *
   * @throws Refused naming what is wrong with it
   */
  public Mapping mapping(String text) {
    try {
      Mapping read = json.readValue(text, Mapping.class);
      if (read != null) {
        return read;
      }
    } catch (JsonProcessingException unreadable) {
      throw Refused.invalid(unreadable("mapping", unreadable));
    }
    throw Refused.invalid("mapping", "must be a JSON object");
  }

  private JsonNode read(String message) {
    try {
      JsonNode read = json.readTree(message);
      if (read.isObject()) {
        return read;
      }
    } catch (JsonProcessingException unreadable) {
      throw Refused.invalid(unreadable("message", unreadable));
    }
    throw Refused.invalid("message", "must be a JSON object");
  }

  private static List<FieldFault> unreadable(String what, JsonProcessingException cause) {
    List<FieldFault> faults =
        JsonFaults.of(cause).stream()
            .map(fault -> new FieldFault(what, fault.field() + " " + fault.message()))
            .toList();
    return faults.isEmpty() ? List.of(new FieldFault(what, "is not JSON")) : faults;
  }
}
