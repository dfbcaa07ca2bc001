package org.leadflow.qualification.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.leadflow.core.Envelope;
import org.leadflow.lead.InBulk;

/** The request to disqualify many leads: their ids beside what is said of one. */
@JsonDeserialize(using = BulkDisqualify.Reader.class)
record BulkDisqualify(List<UUID> leadIds, @JsonUnwrapped Disqualify request) {

  static final class Reader extends StdDeserializer<BulkDisqualify> {

    Reader() {
      super(BulkDisqualify.class);
    }

    @Override
    public BulkDisqualify deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      Envelope body = Envelope.read(json, context, BulkDisqualify.class);
      return new BulkDisqualify(InBulk.ids(body, context), body.rest(Disqualify.class));
    }
  }
}
