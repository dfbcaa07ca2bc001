package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.core.LeadInLog;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;

/** What the log says of leads: their ids, and nothing of a person. */
class LogTests extends WholeWay {

  private static final String EMEA = "routing/units/emea";

  @Value("${logging.pattern.level}")
  String pattern;

  private final Kept kept = new Kept();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  /** Keeps what is logged while a test runs, by whatever thread. */
  private static final class Kept extends AppenderBase<ILoggingEvent> {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      event.getMDCPropertyMap();
      events.add(event);
    }

    List<ILoggingEvent> about(UUID lead) {
      return events.stream()
          .filter(event -> lead.toString().equals(event.getMDCPropertyMap().get(LeadInLog.KEY)))
          .toList();
    }
  }

  @BeforeEach
  void listen() {
    kept.setContext(root.getLoggerContext());
    kept.start();
    root.addAppender(kept);
  }

  @AfterEach
  void stop() {
    root.detachAppender(kept);
  }

  @Test
  void whatFailsOnItsWayNamesTheLead() {
    rules.breakSet(EMEA);

    UUID lead = sent(aGermanLead());

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(kept.about(lead))
                    .as("where it starts, and where the job executor tries again")
                    .extracting(ILoggingEvent::getLoggerName)
                    .anyMatch(name -> name.startsWith("org.leadflow"))
                    .anyMatch(name -> name.startsWith("org.camunda")));
  }

  @Test
  void whatFailsWhileARequestAboutItIsAnsweredNamesTheLead() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    jdbc.sql("ALTER TABLE lead_note RENAME TO lead_note_away").update();
    try {
      as("admin").get("/api/leads/" + lead + "/notes");
    } finally {
      jdbc.sql("ALTER TABLE lead_note_away RENAME TO lead_note").update();
    }

    assertThat(kept.about(lead)).isNotEmpty();
  }

  @Test
  void nothingOfAPersonIsLoggedOnTheWholeWayOfALead() {
    Map<String, Object> fields =
        aGermanLead(
            "firstName",
            "Zebedäus",
            "telephone1",
            "+49 711 8765432",
            "description",
            "Strictly-between-us");
    String person = (String) fields.get("lastName");
    String mail = (String) fields.get("emailAddress1");
    UUID lead = sent(fields);
    String owner = ownerOf(lead);
    var seller = new Visitor(port);
    seller.logIn(owner, PASSWORD);
    seller.get("/leads?q=" + person);
    seller.get("/leads/" + lead);
    seller.form("/leads/" + lead + "/notes", "text=About+" + person);
    seller.form("/leads/" + lead + "/qualify", "version=0&comment=" + person);
    as(owner).patch("/api/leads/" + lead, lead(lead).etag(), Map.of("telephone1", person));
    as(owner).post("/api/leads/" + lead + "/qualify", Map.of("opportunityCurrencyId", "EUR"));
    as(owner).post("/api/leads/" + lead + "/undo-qualification", Map.of());
    as(owner)
        .post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5, "comment", person));
    as(owner).post("/api/leads", Map.of("lastName", person, "unknownField", mail));
    as("admin").delete("/api/leads/" + lead);
    gone(lead);

    assertThat(kept.events)
        .extracting(LogTests::everything)
        .noneMatch(
            line ->
                line.contains(person)
                    || line.contains(mail)
                    || line.contains("Zebedäus")
                    || line.contains("8765432")
                    || line.contains("Strictly-between-us"));
  }

  private static String everything(ILoggingEvent event) {
    var text = new StringBuilder(event.getFormattedMessage());
    text.append(event.getMDCPropertyMap());
    for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
      text.append(cause.getMessage());
    }
    return text.toString();
  }

  @Test
  void aLineForPeopleNamesTheLeadOnlyWhereThereIsOne() {
    var layout = new PatternLayout();
    layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    layout.setPattern(pattern + " %m");
    layout.start();
    UUID lead = UUID.randomUUID();
    Logger somebody = root.getLoggerContext().getLogger("somebody");
    somebody.setLevel(Level.INFO);

    somebody.info("without");
    try (LeadInLog.Until ended = LeadInLog.of(lead)) {
      somebody.info("with");
    }

    assertThat(kept.events.stream().filter(event -> event.getLoggerName().equals("somebody")))
        .extracting(layout::doLayout)
        .containsExactly(" INFO without", " INFO [lead " + lead + "] with");
  }
}
