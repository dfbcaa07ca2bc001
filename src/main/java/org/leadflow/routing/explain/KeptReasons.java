package org.leadflow.routing.explain;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Blocker;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Points;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.springframework.stereotype.Component;

/**
 * Reads what a decision kept, however old it is: what has been added since is missing there, what
 * has been taken away is left out.
 */
@Component
public class KeptReasons {

  private final ObjectMapper json;

  KeptReasons(ObjectMapper json) {
    this.json =
        json.copy()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .registerModule(new SimpleModule().addDeserializer(Outcome.class, new OutcomeReader()));
  }

  /**
   * What rules saw and said.
   *
   * @param facts null where a person decided
   * @param verdicts of the rule sets in the order in which they were asked
   */
  public record Kept(@Nullable LeadFacts facts, List<Verdict> verdicts) {}

  /** What this explanation of a decision holds of facts and rules. */
  public Kept read(JsonNode explanation) {
    try {
      JsonNode facts = explanation.path("facts");
      List<Verdict> verdicts = new ArrayList<>();
      for (JsonNode verdict : explanation.path("verdicts")) {
        verdicts.add(json.treeToValue(verdict, Verdict.class));
      }
      return new Kept(facts.isObject() ? json.treeToValue(facts, LeadFacts.class) : null, verdicts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A decision cannot be read", impossible);
    }
  }

  /** The same of its text. */
  public Kept read(String explanation) {
    try {
      return read(json.readTree(explanation));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A decision cannot be read", impossible);
    }
  }

  /** An outcome does not say what it is, but no two kinds have the same words. */
  private static final class OutcomeReader extends StdDeserializer<Outcome> {

    OutcomeReader() {
      super(Outcome.class);
    }

    @Override
    public Outcome deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode read = context.readTree(parser);
      if (read.has("statusReason")) {
        return context.readTreeAsValue(read, Blocker.class);
      } else if (read.has("points")) {
        return context.readTreeAsValue(read, Points.class);
      }
      return read.path("kind").asText().matches("UNIT|PARTNER")
          ? context.readTreeAsValue(read, Receiver.class)
          : context.readTreeAsValue(read, Target.class);
    }
  }
}
