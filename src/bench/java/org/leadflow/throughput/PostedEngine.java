package org.leadflow.throughput;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The {@linkplain BareEngine bare engine} behind the least door that takes a lead from others: Spring's web server, a
 * name and a password, JSON read and answered. Nothing of the lead is stored but its id.
 */
final class PostedEngine implements Side {

  private final BareEngine engine;
  private final ConfigurableApplicationContext context;
  private final Posting posting;

  PostedEngine(Databases database) throws Exception {
    engine = new BareEngine(database, "posted");
    context =
        new SpringApplicationBuilder(Server.class)
            .initializers(before -> before.getBeanFactory().registerSingleton("engine", engine))
            .run(
                // Not the settings of the product, which lie on the same path.
                "--spring.config.name=posted",
                "--spring.security.user.name=website",
                "--spring.security.user.password={noop}" + Posting.PASSWORD,
                "--logging.level.root=ERROR",
                "--server.port=0");
    posting = new Posting(context.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void lead() throws Exception {
    posting.post("website", "/api/leads", SentLeads.next(), 201);
  }

  @Override
  public void close() {
    context.close();
    engine.close();
  }

  @SpringBootConfiguration
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    UserDetailsServiceAutoConfiguration.class
  })
  @Import(Door.class)
  static class Server {

    @Bean
    SecurityFilterChain withPassword(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .httpBasic(Customizer.withDefaults())
          .csrf(off -> off.disable())
          .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .build();
    }
  }

  @RestController
  static class Door {

    private final BareEngine engine;

    Door(BareEngine engine) {
      this.engine = engine;
    }

    @PostMapping("/api/leads")
    ResponseEntity<Map<String, Object>> submit(@RequestBody Map<String, Object> lead) {
      String id = engine.start();
      lead.put("leadId", id);
      return ResponseEntity.created(URI.create("/api/leads/" + id)).body(lead);
    }
  }
}
