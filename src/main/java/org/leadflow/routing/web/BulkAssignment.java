package org.leadflow.routing.web;

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

/** The request to give many leads to somebody: their ids beside whom. */
@JsonDeserialize(using = BulkAssignment.Reader.class)
record BulkAssignment(List<UUID> leadIds, @JsonUnwrapped Assignment request) {

  static final class Reader extends StdDeserializer<BulkAssignment> {

    Reader() {
      super(BulkAssignment.class);
    }

    @Override
    public BulkAssignment deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      Envelope body = Envelope.read(json, context, BulkAssignment.class);
      return new BulkAssignment(InBulk.ids(body, context), body.rest(Assignment.class));
    }
  }
}
