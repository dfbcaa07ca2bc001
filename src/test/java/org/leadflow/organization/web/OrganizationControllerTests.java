package org.leadflow.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Actor;
import org.leadflow.core.Actor.Door;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Database;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Node;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

class OrganizationControllerTests {

  private final Node node = Node.on(Database.H2.create());

  private Actor reader = new Actor("admin", Door.API);

  private final MockMvc api =
      MockMvcBuilders.standaloneSetup(
              new OrganizationController(
                  node.organization(), new Horizon(() -> reader, node.organization())))
          .setControllerAdvice(new Problems())
          .setMessageConverters(
              new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json().build()))
          .build();

  @BeforeEach
  void anOrganization() {
    node.changes().save(new BusinessUnit("emea", "EMEA", "root"));
    node.changes().save(new ChannelPartner("nordwind", "Nordwind", "emea"));
    node.changes().save(new Team("nordwind-sales", "Nordwind Sales", "emea", "nordwind"));
    node.changes()
        .save(
            new User(
                "freja",
                "Freja",
                "freja@nordwind.example",
                "emea",
                "nordwind",
                Set.of(Role.SELLER),
                true));
    node.changes().join("freja", "nordwind-sales");
    node.changes().setPassword("freja", "secret");
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void showsTheTreeWithPartnersTeamsAndMembers() throws Exception {
    api.perform(get("/api/organization"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.id").value("root"))
        .andExpect(jsonPath("$.teams[0].id").value("triage"))
        .andExpect(jsonPath("$.units[0].id").value("emea"))
        .andExpect(jsonPath("$.units[0].teams").isEmpty())
        .andExpect(jsonPath("$.units[0].partners[0].id").value("nordwind"))
        .andExpect(jsonPath("$.units[0].partners[0].teams[0].members[0].name").value("Freja"));
  }

  @Test
  void showsSomebodyOfAPartnerThatPartnerAlone() throws Exception {
    node.changes().save(new Team("inside-sales", "Inside Sales", "emea", null));
    node.changes().save(new ChannelPartner("pacifica", "Pacifica", "emea"));
    node.changes().save(new User("anna", "Anna", null, "emea", null, Set.of(Role.SELLER), true));
    reader = new Actor("freja", Door.API);

    api.perform(get("/api/organization"))
        .andExpect(jsonPath("$.id").value("emea"))
        .andExpect(jsonPath("$.teams").isEmpty())
        .andExpect(jsonPath("$.units").isEmpty())
        .andExpect(jsonPath("$.partners.length()").value(1))
        .andExpect(jsonPath("$.partners[0].teams[0].members[0].name").value("Freja"));
    api.perform(get("/api/organization/users/freja")).andExpect(status().isOk());
    api.perform(get("/api/organization/users/anna")).andExpect(status().isNotFound());
    api.perform(get("/api/organization/teams/nordwind-sales")).andExpect(status().isOk());
    api.perform(get("/api/organization/teams/inside-sales")).andExpect(status().isNotFound());
  }

  @Test
  void showsAUserWithRolesAndTeams() throws Exception {
    api.perform(get("/api/organization/users/freja"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.name").value("Freja"))
        .andExpect(jsonPath("$.partnerId").value("nordwind"))
        .andExpect(jsonPath("$.roles[0]").value("SELLER"))
        .andExpect(jsonPath("$.teamIds[0]").value("nordwind-sales"));
  }

  @Test
  void showsATeamWithItsMembers() throws Exception {
    api.perform(get("/api/organization/teams/nordwind-sales"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.businessUnitId").value("emea"))
        .andExpect(jsonPath("$.members[0].id").value("freja"));
  }

  @Test
  void neverShowsAddressesOrPasswords() throws Exception {
    for (String path : new String[] {"", "/users/freja", "/teams/nordwind-sales"}) {
      String body =
          api.perform(get("/api/organization" + path))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(body).doesNotContain("@", "bcrypt", "assword");
    }
  }

  @Test
  void whatDoesNotExistIsAProblemWithASentence() throws Exception {
    for (String kind : new String[] {"user", "team"}) {
      api.perform(get("/api/organization/{kinds}/{id}", kind + "s", "nobody here"))
          .andExpect(status().isNotFound())
          .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.detail").value("There is no " + kind + " 'nobody here'."));
    }
  }

  /** As {@code spring.mvc.problemdetails.enabled} has it. */
  @ControllerAdvice
  static class Problems extends ResponseEntityExceptionHandler {}
}
