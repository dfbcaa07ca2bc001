package org.leadflow.throughput;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.configurator.DmnEngineConfigurator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.service.delegate.DelegateTask;
import org.leadflow.core.Ids;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.leadflow.core.TidiedFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody would build on Flowable in a day, called in the thread of the client: the same diagrams, a
 * row for the lead, a decision table in DMN for its route, its owner in turn. No duplicates, no trail, no record
 * of the decision, no HTTP.
 */
final class FlowableSide implements Side {

  private static final List<String> COUNTRIES =
      List.of("Germany", "France", "Austria", "Italy", "United States", "Canada", "Brazil", "Japan", "Australia");

  private final HikariDataSource pool;
  private final TidiedFile tidied;
  private final ProcessEngine engine;
  private final DmnEngineConfiguration rules;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AtomicLong turn = new AtomicLong();

  FlowableSide(Databases database) throws Exception {
    var settings = new HikariConfig();
    settings.setJdbcUrl(database.url("flowable"));
    settings.setUsername(database.user());
    settings.setPassword(database.password());
    settings.setMaximumPoolSize(20);
    pool = new HikariDataSource(settings);
    tidied = new TidiedFile(pool);
    var source = new TransactionAwareDataSourceProxy(pool);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    jdbc = new JdbcTemplate(source);
    jdbc.execute(
        "CREATE TABLE bench_lead (lead_id varchar(64) PRIMARY KEY, country varchar(80), last_name varchar(100), "
            + "company varchar(100), mail varchar(200), employees integer, score integer, owner varchar(64))");
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(source);
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistory("activity");
    configuration.setAsyncExecutorActivate(false);
    configuration.setBeans(new Blocks());
    var decisions = new DmnEngineConfigurator();
    configuration.addConfigurator(decisions);
    engine = configuration.buildProcessEngine();
    rules = decisions.getDmnEngineConfiguration();
    var deployment = engine.getRepositoryService().createDeployment();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:processes/lead-*.bpmn")) {
      deployment.addString(
          file.getFilename() + "20.xml", translated(file.getContentAsString(StandardCharsets.UTF_8)));
    }
    deployment.deploy();
    rules.getDmnRepositoryService().createDeployment().addString("route.dmn", table()).deploy();
  }

  /** The same diagram in the dialect of Flowable. */
  private static String translated(String bpmn) {
    return bpmn.replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn")
        .replaceAll("camunda:(in|out) businessKey=\"[^\"]*\"", "camunda:in source=\"leadId\" target=\"leadId\"")
        .replaceAll("<bpmn:callActivity ", "<bpmn:callActivity camunda:inheritBusinessKey=\"true\" ")
        .replaceAll("camunda:form(Ref|RefBinding)=\"[^\"]*\"", "")
        .replace("camunda:", "flowable:")
        .replace("xmlns:camunda", "xmlns:flowable");
  }

  private static String table() {
    var text =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="http://leadflow.org">
            <decision id="route" name="route"><decisionTable id="t" hitPolicy="FIRST">
            <input id="i1" label="country"><inputExpression id="e1" typeRef="string"><text>country</text></inputExpression></input>
            <input id="i2" label="employees"><inputExpression id="e2" typeRef="number"><text>employees</text></inputExpression></input>
            <output id="o" label="o" name="team" typeRef="string"/>
            """);
    int number = 0;
    for (String country : COUNTRIES) {
      for (String size : List.of(">= 500", "< 500")) {
        text.append(
            "<rule id=\"r%1$d\"><inputEntry id=\"a%1$d\"><text><![CDATA[\"%2$s\"]]></text></inputEntry>"
                .formatted(number, country));
        text.append("<inputEntry id=\"b%1$d\"><text><![CDATA[%2$s]]></text></inputEntry>".formatted(number, size));
        text.append(
            "<outputEntry id=\"c%1$d\"><text><![CDATA[\"team-%1$d\"]]></text></outputEntry></rule>\n".formatted(number++));
      }
    }
    return text.append("</decisionTable></decision></definitions>").toString();
  }

  /** Stores a lead and runs it to its first task. */
  @Override
  public void lead() {
    String id = Ids.next().toString();
    String country = COUNTRIES.get((int) (turn.incrementAndGet() % COUNTRIES.size()));
    int employees = (int) (turn.get() % 2000);
    transaction.executeWithoutResult(
        status -> {
          jdbc.update(
              "INSERT INTO bench_lead (lead_id, country, last_name, company, mail, employees) VALUES (?, ?, ?, ?, ?, ?)",
              id, country, SentLeads.name(), SentLeads.name(), SentLeads.name() + "@example.com", employees);
          engine.getRuntimeService().startProcessInstanceByKey("lead-lifecycle", id, Map.of("leadId", id));
        });
  }

  @Override
  public void close() {
    engine.close();
    tidied.close();
    pool.close();
  }

  private final class Blocks extends HashMap<Object, Object> {

    @Override
    public boolean containsKey(Object name) {
      return true;
    }

    @Override
    public Object get(Object name) {
      return new Block(String.valueOf(name));
    }
  }

  private final class Block implements JavaDelegate, TaskListener {

    private final String name;

    Block(String name) {
      this.name = name;
    }

    @Override
    public void execute(DelegateExecution execution) {
      switch (name) {
        case "screenLead" ->
            List.of("screenedOut", "incomplete").forEach(each -> execution.setVariable(each, false));
        case "findDuplicates" -> execution.setVariable("duplicate", "no");
        case "scoreLead" ->
            jdbc.update("UPDATE bench_lead SET score = 50 WHERE lead_id = ?", execution.getVariable("leadId"));
        case "decideRoute" -> route(execution);
        case "assignLead" -> {
          jdbc.update(
              "UPDATE bench_lead SET owner = ? WHERE lead_id = ?",
              "seller-" + turn.get() % 7,
              execution.getVariable("leadId"));
          execution.setVariable("ownerFound", "yes");
        }
        case "setDeadlines" ->
            List.of("remindOn", "missOn", "lapseOn")
                .forEach(each -> execution.setVariable(each, Date.from(Instant.now().plus(1, ChronoUnit.DAYS))));
        default -> {}
      }
    }

    private void route(DelegateExecution execution) {
      Map<String, Object> lead =
          jdbc.queryForMap("SELECT * FROM bench_lead WHERE lead_id = ?", execution.getVariable("leadId"));
      Map<String, Object> found =
          rules
              .getDmnDecisionService()
              .createExecuteDecisionBuilder()
              .decisionKey("route")
              .variable("country", lead.get("country"))
              .variable("employees", lead.get("employees"))
              .executeDecisionWithSingleResult();
      execution.setVariable("targetFound", found != null);
    }

    @Override
    public void notify(DelegateTask task) {
      task.setAssignee("seller-" + turn.get() % 7);
    }
  }
}
