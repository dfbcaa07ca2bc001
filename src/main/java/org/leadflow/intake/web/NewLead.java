package org.leadflow.intake.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.LeadFields;

/**
 * A lead as it is sent in.
 *
 * @param leadId the id it is to have, null for one of ours
 */
@JsonDeserialize(using = NewLead.Reader.class)
@Schema(name = "NewLead", description = "The fields of a lead, and its id if the sender gives one")
record NewLead(
    @Schema(description = "The id the lead is to have; left out, it is given one")
        @Nullable UUID leadId,
    @JsonUnwrapped LeadFields fields) {

  /** Takes the id off; an unknown field beside it is refused as it is without one. */
  static final class Reader extends StdDeserializer<NewLead> {

    Reader() {
      super(NewLead.class);
    }

    @Override
    public NewLead deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.isExpectedStartObjectToken()) {
        return (NewLead) context.handleUnexpectedToken(NewLead.class, json);
      }
      ObjectNode lead = context.getNodeFactory().objectNode();
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        json.nextToken();
        lead.set(field, value(field, json, context));
      }
      JsonNode id = lead.remove("leadId");
      ObjectCodec codec = json.getCodec();
      return new NewLead(
          id == null ? null : id(id, codec), codec.treeToValue(lead, LeadFields.class));
    }

    private static JsonNode value(String field, JsonParser json, DeserializationContext context)
        throws IOException {
      try {
        return context.readTree(json);
      } catch (JacksonException unreadable) {
        throw JsonMappingException.wrapWithPath(unreadable, NewLead.class, field);
      }
    }

    private static @Nullable UUID id(JsonNode id, ObjectCodec codec) throws IOException {
      try {
        return codec.treeToValue(id, UUID.class);
      } catch (JsonMappingException noId) {
        throw JsonMappingException.wrapWithPath(noId, NewLead.class, "leadId");
      }
    }
  }
}
