package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.leadflow.organization.Database;
import org.leadflow.organization.Node;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;

/**
 * A turn is taken for every lead, so its statements are counted: in the log of its thread, while no
 * other test starts anything that sets the log anew.
 */
@Isolated
class PoolStatementsTests {

  private final Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    statements.setLevel(Level.DEBUG);
    statements.setAdditive(false);
    statements.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    statements.detachAppender(log);
    statements.setAdditive(true);
    statements.setLevel(null);
  }

  @Test
  void aTurnTakesThreeStatementsAlsoTheFirstOne() {
    try (Node node = Turns.on(Database.H2.create()).node) {
      node.team("sales");
      node.member("a", "A", "sales");
      node.member("b", "B", "sales");

      assertThat(statementsOfOneTurn(node)).hasSize(3);
      assertThat(statementsOfOneTurn(node)).hasSize(3);
    }
  }

  @Test
  void aTurnOutsideATransactionIsRefused() {
    try (Node node = Turns.on(Database.H2.create()).node) {
      assertThatThrownBy(() -> node.get(Pools.class).next("triage", Turns.without()))
          .isInstanceOf(IllegalTransactionStateException.class);
    }
  }

  private List<String> statementsOfOneTurn(Node node) {
    log.start();
    node.inTransaction(() -> node.get(Pools.class).next("sales", Turns.without()));
    log.stop();
    List<String> seen =
        log.list.stream()
            .filter(event -> event.getThreadName().equals(Thread.currentThread().getName()))
            .map(ILoggingEvent::getFormattedMessage)
            .filter(message -> message.startsWith("Executing prepared SQL statement ["))
            .toList();
    log.list.clear();
    return seen;
  }
}
