package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Caller;
import org.leadflow.access.Permissions;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.leadflow.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** The list of leads on the embedded database. */
class H2LeadListTests extends LeadListTests {

  private static final Caller LENA =
      new Caller("lena", "meridian", null, Set.of("triage"), Set.of(Role.SELLER, Role.MANAGER));

  @Autowired LeadConditions conditions;
  @Autowired Permissions permissions;
  @Autowired Names names;
  @Autowired WallClock times;
  @Autowired DataSource database;

  @Test
  void leadsAreShownAlsoWhenCountingThemTakesTooLong() {
    String campaign = unlikeAnyOther();
    for (int i = 0; i <= LeadList.LINES; i++) {
      sent(aGermanLead(notCompared("campaignId", campaign)));
    }
    LeadFilter filter = LeadFilter.of(Map.of("campaign", campaign));

    assertThat(list("nothing").page(filter, LENA, 1).range()).isEqualTo("1–25 of 26 leads");
    LeadList.Found found = list("count(*)").page(filter, LENA, 1);

    assertThat(found.rows()).hasSize(LeadList.LINES);
    assertThat(found.range()).isEqualTo("1–25 of more than 25 leads");
    assertThat(found.further()).isTrue();
    assertThat(found.tooLong()).isFalse();
  }

  @Test
  void aFileThatTakesTooLongIsRefusedBeforeItIsBegun() {
    var export = new LeadExport(list("FETCH NEXT"), permissions, () -> LENA);
    var answer = new MockHttpServletResponse();

    assertThatThrownBy(() -> export.export(Map.of(), answer))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.status().value()).isEqualTo(503));
    assertThat(answer.getContentAsByteArray()).isEmpty();
    assertThat(answer.getHeader("Content-Disposition")).isNull();
  }

  @Test
  void whoTakesHisTimeWithAFileHoldsNoConnection() {
    List<String> happened = new ArrayList<>();
    var list =
        new LeadList(
            conditions,
            permissions,
            names,
            times,
            new DelegatingDataSource(database) {
              @Override
              public Connection getConnection() throws SQLException {
                happened.add("taken");
                return watched(super.getConnection(), happened);
              }
            });
    var answer =
        new MockHttpServletResponse() {
          @Override
          public ServletOutputStream getOutputStream() {
            happened.add("begun");
            return super.getOutputStream();
          }
        };

    assertThatCode(() -> new LeadExport(list, permissions, () -> LENA).export(Map.of(), answer))
        .doesNotThrowAnyException();

    assertThat(happened).containsExactly("taken", "given back", "begun");
  }

  private static Connection watched(Connection connection, List<String> happened) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                happened.add("given back");
              }
              return method.invoke(connection, arguments);
            });
  }

  /** The list with a database that takes too long for statements with these words. */
  private LeadList list(String words) {
    return new LeadList(
        conditions,
        permissions,
        names,
        times,
        new DelegatingDataSource(database) {
          @Override
          public Connection getConnection() throws SQLException {
            return slow(super.getConnection(), words);
          }
        });
  }

  private static Connection slow(Connection connection, String words) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  && arguments[0].toString().contains(words)) {
                throw new SQLTimeoutException("takes too long");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException fault) {
                throw fault.getCause();
              }
            });
  }
}
