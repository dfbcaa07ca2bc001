package org.leadflow.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole way on the embedded database. */
class H2LeadTravelsTests extends LeadTravelsTests {

  @Autowired DataSource source;

  /**
   * A pool renews its connections every half hour. In H2 2.4 a check constraint died with the
   * connection that had created it, so that no lead could be stored from then on (h2database issue
   * 4308).
   */
  @Test
  void aLeadIsStoredAfterAllConnectionsWereRenewed() throws SQLException {
    HikariDataSource pool = source.unwrap(HikariDataSource.class);
    pool.getHikariPoolMXBean().softEvictConnections();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    pool.getHikariPoolMXBean().softEvictConnections();

    assertThat(ownerOf(sent(aGermanLead()))).isNotBlank();
  }
}
