package org.leadflow.intake.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Envelope;
import org.leadflow.intake.Intake.Sent;
import org.leadflow.lead.LeadFields;

/**
 * A lead as it is sent in.
 *
 * @param leadId the id it is to have, null for one of ours
 * @param given the names of the fields that were sent and not null
 */
@JsonDeserialize(using = NewLead.Reader.class)
@Schema(name = "NewLead", description = "The fields of a lead, and its id if the sender gives one")
record NewLead(
    @Schema(description = "The id the lead is to have; left out, it is given one")
        @Nullable UUID leadId,
    @JsonUnwrapped LeadFields fields,
    @JsonIgnore @Schema(hidden = true) Set<String> given) {

  Sent sent() {
    return new Sent(leadId, fields, given);
  }

  /** The same under this id. */
  NewLead under(UUID id) {
    return new NewLead(id, fields, given);
  }

  /** Takes the id off; an unknown field beside it is refused as it is without one. */
  static final class Reader extends StdDeserializer<NewLead> {

    Reader() {
      super(NewLead.class);
    }

    @Override
    public NewLead deserialize(JsonParser json, DeserializationContext context) throws IOException {
      Envelope body = Envelope.read(json, context, NewLead.class);
      UUID leadId = body.take("leadId", context.constructType(UUID.class));
      return new NewLead(leadId, body.rest(LeadFields.class), body.names());
    }
  }
}
