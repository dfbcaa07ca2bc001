package org.leadflow.lead.timeline;

import org.leadflow.lead.TimelinePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room itself shows on the timeline of a lead. */
@Configuration(proxyBeanMethods = false)
class LeadItems {

  @Bean
  TimelinePart notesOnTimeline() {
    return ofTheLead(Items.NOTES);
  }

  @Bean
  TimelinePart activitiesOnTimeline() {
    return ofTheLead(Items.ACTIVITIES);
  }

  @Bean
  TimelinePart requestsOnTimeline() {
    return ofTheLead(Items.REQUESTS);
  }

  @Bean
  TimelinePart attachmentsOnTimeline() {
    return ofTheLead(Items.ATTACHMENTS);
  }

  @Bean
  TimelinePart trailOnTimeline() {
    return ofTheLead(Items.TRAIL_OF_LEAD);
  }

  private static TimelinePart ofTheLead(String items) {
    return () -> "SELECT " + items + " WHERE lead_id = :lead\n";
  }
}
