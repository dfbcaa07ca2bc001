package org.leadflow.wholeway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/**
 * Writes down what is sent to the database between start and stop; a batch of rows counts as one
 * statement.
 */
@TestComponent
class CountedStatements implements BeanPostProcessor, QueryExecutionListener {

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private volatile boolean counting;

  void start() {
    seen.clear();
    counting = true;
  }

  List<String> stop() {
    counting = false;
    return new ArrayList<>(seen);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source
        ? ProxyDataSourceBuilder.create(source).listener(this).build()
        : bean;
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (counting) {
      queries.forEach(
          query -> seen.add(Thread.currentThread().getName() + ": " + query.getQuery().strip()));
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
}
