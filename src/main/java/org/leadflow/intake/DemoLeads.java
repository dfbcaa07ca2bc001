package org.leadflow.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.leadflow.lead.LeadFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Sends the leads of a file in, once, as if a source had sent them: so a demo has something
 * flowing.
 */
@Component
@ConditionalOnProperty("leadflow.intake.demo-leads")
class DemoLeads {

  private static final Logger log = LoggerFactory.getLogger(DemoLeads.class);

  private final Resource file;
  private final Intake intake;
  private final ObjectMapper json;

  DemoLeads(
      @Value("${leadflow.intake.demo-leads}") Resource file, Intake intake, ObjectMapper json) {
    this.file = file;
    this.intake = intake;
    this.json = json;
  }

  @EventListener(ApplicationReadyEvent.class)
  void send() throws IOException {
    List<?> entries;
    try (InputStream in = file.getInputStream()) {
      entries = new YAMLMapper().readValue(in, List.class);
    }
    long accepted =
        entries.stream()
            .map(
                entry ->
                    intake.submit(json.convertValue((Map<?, ?>) entry, LeadFields.class), "Demo"))
            .filter(Intake.Submission.Accepted.class::isInstance)
            .count();
    log.info("{} of {} demo leads are new", accepted, entries.size());
  }
}
