package org.leadflow.organization;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One node with the given rooms' beans only, so that it starts in a moment. */
public final class Node implements AutoCloseable {

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private final HikariDataSource source;

  private Node(HikariDataSource source, Map<String, Object> properties, Class<?>... types) {
    this.source = source;
    beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
    beans.registerBean("dataSource", DataSource.class, () -> source);
    beans.register(Transactions.class, Organization.class, OrganizationChanges.class);
    for (Class<?> type : types) {
      beans.register(type);
    }
    try {
      beans.refresh();
    } catch (RuntimeException failed) {
      source.close();
      throw failed;
    }
  }

  /** A node with organization's reads and changes, and the given types. */
  public static Node on(String url, Class<?>... types) {
    return with(url, Map.of(), types);
  }

  static Node with(String url, Map<String, Object> properties, Class<?>... types) {
    HikariDataSource source = Database.migrated(url);
    return new Node(source, properties, types);
  }

  /** A node with an organisation that is empty yet and can be imported, and the given types. */
  public static Node withFiles(String url, Class<?>... types) {
    return Start.start(
        url,
        Map.of("leadflow.administrator.password", "secret", "leadflow.organization.file", ""),
        types);
  }

  public <T> T get(Class<T> type) {
    return beans.getBean(type);
  }

  public Organization organization() {
    return get(Organization.class);
  }

  public OrganizationChanges changes() {
    return get(OrganizationChanges.class);
  }

  public JdbcClient jdbc() {
    return get(JdbcClient.class);
  }

  public <T> T inTransaction(Supplier<T> work) {
    return new TransactionTemplate(get(PlatformTransactionManager.class))
        .execute(status -> work.get());
  }

  /** A team in the root unit. */
  public void team(String id) {
    changes().save(new Team(id, id, "root", null));
  }

  /** An active seller of the root unit who is a member of the team. */
  public void member(String id, String name, String teamId) {
    changes().save(new User(id, name, null, "root", null, Set.of(Role.SELLER), true));
    changes().join(id, teamId);
  }

  @Override
  public void close() {
    beans.close();
    source.close();
  }

  /** No configuration by annotation, so that no scan of a whole application finds it. */
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
      return new JdbcTransactionManager(source);
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
      return JdbcClient.create(source);
    }
  }
}
