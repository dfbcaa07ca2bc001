package org.leadflow.throughput;

import bare.Server;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

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
            .initializers(before -> before.getBeanFactory().registerSingleton("engine", (Supplier<String>) engine::start))
            .run(
                // Not the settings of the product, which lie on the same path.
                "--spring.config.name=posted",
                "--password=" + Posting.PASSWORD,
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
}
