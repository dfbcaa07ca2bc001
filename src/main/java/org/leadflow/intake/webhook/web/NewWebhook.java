package org.leadflow.intake.webhook.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Envelope;
import org.leadflow.intake.webhook.WebhookFields;

/** A webhook as it is created. */
@JsonDeserialize(using = NewWebhook.Reader.class)
record NewWebhook(
    @NotNull
        @Pattern(
            regexp = "[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?",
            message = "must have 1 to 30 of a-z, 0-9 and -")
        @Nullable String webhookId,
    @JsonUnwrapped @Valid WebhookFields fields) {

  static final class Reader extends StdDeserializer<NewWebhook> {

    Reader() {
      super(NewWebhook.class);
    }

    @Override
    public NewWebhook deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      Envelope body = Envelope.read(json, context, NewWebhook.class);
      String webhookId = body.take("webhookId", context.constructType(String.class));
      return new NewWebhook(webhookId, body.rest(WebhookFields.class));
    }
  }
}
