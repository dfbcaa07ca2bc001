package org.leadflow.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the API says of itself as a whole; each operation says the rest beside its code. The result
 * is kept in {@code src/docs/openapi.json}, so that a change of the API is seen as one.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

  private static final String DESCRIPTION =
      """
      Sends leads in, shows what became of them and why, and answers for the people who work them.

      **Login.** User and password with each request (HTTP Basic). You see the records your roles give you; any other
      record is answered as if it did not exist (404).

      **Errors** are problem details (RFC 9457): `detail` says what is wrong, `code` is stable, `errors` names every
      field at fault.

      **Changes.** A read answers an `ETag`. Send it back as `If-Match`, and nobody's change is overwritten: a newer
      version is answered with 412.

      **Options** are the numbers of Dynamics 365; a read gives the label beside each, `leadSourceCodeLabel` beside
      `leadSourceCode`. Times are UTC, countries are written as people write them, currencies are ISO 4217 codes.

      **Lists** come in pages of at most 200, the newest first.
      """;

  private static final List<Tag> GROUPS =
      List.of(
          tag("Leads", "Send leads in, read, change, assign and delete them"),
          tag("Imports", "Send files of leads in, start and watch them, fetch what was rejected"),
          tag("Decisions", "Why a lead was screened out, scored and routed as it was"),
          tag("Qualification", "Say what came of a lead, as in the form of its task"),
          tag(
              "Deadlines",
              "Until when something should be done about a lead, and what became of it"),
          tag("Offers", "The leads that partners are asked about, and what their people answer"),
          tag("Conversion settings", "What leads become by default, and which field becomes which"),
          tag("Timeline", "What happened around a lead, all together"),
          tag("Customer requests", "What the customer behind a lead asked for, each time he did"),
          tag("Notes", "What people wrote down about a lead"),
          tag("Attachments", "The files of a lead, also from what it became"),
          tag("Activities", "The phone calls, e-mails, appointments and tasks of a lead"),
          tag("Stakeholders", "The contacts who have a say in what a lead is about"),
          tag("Associations", "The accounts and contacts a lead has to do with"),
          tag("Customers", "What leads became: accounts, contacts and opportunities"),
          tag("Organization", "Business units, channel partners, teams and users"),
          tag("Pools", "How teams share their leads, and how fair they were"),
          tag("Web-to-lead", "Forms on web sites, and what was held of what came in by them"),
          tag("Webhooks", "Other systems that send leads in a JSON of their own"),
          tag("Rule sets", "The rules at work, their versions, and how often they fire"),
          tag("Replays", "What a draft of the rules would have decided about past leads"),
          tag("Reports", "What lead sources were worth, and how their leads were worked"),
          tag("Currencies", "The base currency, the rates and in what currency a unit reckons"),
          tag("Operations", "What failed in the processes, for operators to try again"));

  static {
    // A kept explanation has no fixed shape; the class of the library says nothing about it.
    SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(new Info().title("Leadflow").version("1").description(DESCRIPTION))
        .servers(List.of(new Server().url("/").description("This server")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("User and password of Leadflow")))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }

  @Bean
  OpenApiCustomizer problemResponses() {
    return new ProblemResponses();
  }

  /** Left to themselves the groups stand in no order at all. */
  @Bean
  OpenApiCustomizer orderOfGroups() {
    return document -> document.setTags(GROUPS);
  }

  private static Tag tag(String name, String description) {
    return new Tag().name(name).description(description);
  }
}
