package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The embedded database, with the settings the product gives it. */
class RepeatedStatementsTests {

  @Test
  void aStatementThatIsRunAgainSeesWhatItsTransactionWrote() throws SQLException {
    try (Connection connection = DriverManager.getConnection(inMemory(), "sa", "")) {
      connection.createStatement().execute("CREATE TABLE thing (id integer)");
      connection.createStatement().execute("CREATE TABLE link (id integer, other integer)");
      connection.createStatement().execute("INSERT INTO thing VALUES (1)");
      connection.setAutoCommit(false);
      PreparedStatement once =
          connection.prepareStatement(
              """
              INSERT INTO link SELECT t.id, 2 FROM thing t
              WHERE NOT EXISTS (SELECT 1 FROM link WHERE link.id = ? AND link.other = ?)
              """);
      List<Integer> inserted = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        once.setInt(1, 1);
        once.setInt(2, 2);
        inserted.add(once.executeUpdate());
      }
      assertThat(inserted).containsExactly(1, 0, 0);
    }
  }

  private static String inMemory() {
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yml"));
    Properties product = yaml.getObject();
    String url = product.getProperty("spring.datasource.url");
    return "jdbc:h2:mem:repeated" + url.substring(url.indexOf(';'));
  }
}
