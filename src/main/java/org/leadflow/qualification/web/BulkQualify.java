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
import org.leadflow.qualification.QualifyLead;

/** The request to qualify many leads: their ids beside what is said of one. */
@JsonDeserialize(using = BulkQualify.Reader.class)
record BulkQualify(List<UUID> leadIds, @JsonUnwrapped QualifyLead request) {

  static final class Reader extends StdDeserializer<BulkQualify> {

    Reader() {
      super(BulkQualify.class);
    }

    @Override
    public BulkQualify deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      Envelope body = Envelope.read(json, context, BulkQualify.class);
      return new BulkQualify(InBulk.ids(body, context), body.rest(QualifyLead.class));
    }
  }
}
