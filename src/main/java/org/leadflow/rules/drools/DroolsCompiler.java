package org.leadflow.rules.drools;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.io.ByteArrayResource;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.conf.AlphaRangeIndexThresholdOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Rule;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.house.Draft;
import org.leadflow.rules.house.Drafts;
import org.leadflow.rules.house.PackageName;
import org.leadflow.rules.house.RuleCompiler;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.table.RoutingTable;
import org.leadflow.rules.table.Row;
import org.leadflow.rules.table.RowIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Compiles by the classic build of Drools, which knows file and line of a mistake and builds faster
 * than the executable model. {@link KnowledgeBuilder} always builds that way, whatever else is on
 * the class path.
 */
@Component
class DroolsCompiler implements RuleCompiler {

  /** Of the one rule that stands for all rows of a table; no author may use such a name. */
  private static final String ROWS = "rows of ";

  private static final Logger log = LoggerFactory.getLogger(DroolsCompiler.class);

  private final Duration limit;

  /** A compiler whose rules have a second for each lead. */
  DroolsCompiler() {
    this(Duration.ofSeconds(1));
  }

  /**
   * @param limit the time rules have for one lead
   */
  @Autowired
  DroolsCompiler(@Value("${leadflow.rules.time-limit:1s}") Duration limit) {
    this.limit = limit;
  }

  @Override
  public Drafts read(String ruleSet, List<RuleFile> files) {
    return Formats.read(ruleSet, files);
  }

  @Override
  public Compilation compile(String ruleSet, String version, Drafts drafts) {
    return compile(ruleSet, version, drafts, false);
  }

  @Override
  public Compilation compilePlain(String ruleSet, String version, Drafts drafts) {
    return compile(ruleSet, version, drafts, true);
  }

  private Compilation compile(String ruleSet, String version, Drafts drafts, boolean onlyPlain) {
    var read = new ReadRules();
    read.findings.addAll(drafts.findings());
    var readable = new ArrayList<Draft>();
    for (Draft draft : drafts.drafts()) {
      if (read.read(draft)) {
        readable.add(draft);
      }
    }
    boolean plain = read.bySentence.values().stream().allMatch(DroolsCompiler::isPlain);
    if (onlyPlain && !(plain && read.findings.isEmpty())) {
      read.bySentence.values().stream()
          .filter(rule -> !isPlain(rule))
          .forEach(rule -> read.findings.add(notPlain(rule)));
      return new Compilation(rules(read, drafts.tables()), read.unconditional, read.findings, null);
    }
    KnowledgeBuilder builder = builder();
    var byPath = new HashMap<String, Draft>();
    for (Draft draft : readable) {
      byPath.put(draft.file().path(), draft);
      try {
        builder.add(
            resource(draft.file().path(), CompilerText.of(draft.drl(), plain)), ResourceType.DRL);
      } catch (RuntimeException | StackOverflowError | LinkageError broken) {
        log.warn("The rules in {} break the compiler", draft.file().path(), broken);
        read.findings.add(
            new Finding(draft.file().path(), 0, "this cannot be compiled: " + Plainly.of(broken)));
      }
    }
    @Nullable CompiledRules compiled = null;
    try {
      if (!readable.isEmpty()) {
        drafts.tables().forEach(table -> builder.add(rows(ruleSet, table), ResourceType.DRL));
      }
      for (KnowledgeBuilderError error : builder.getErrors()) {
        if (!Errors.isNoise(error)) {
          read.findings.add(finding(ruleSet, byPath, error));
        }
      }
      if (read.findings.isEmpty()) {
        compiled = compiled(ruleSet, version, read, drafts, builder, plain);
      }
    } catch (RuntimeException | StackOverflowError | LinkageError broken) {
      // Whatever Drools stumbles over is about these rules, and their author has to hear of it.
      log.warn("The rules of {} break the compiler", ruleSet, broken);
      read.findings.add(
          new Finding(
              ruleSet, 0, "these rules cannot be compiled together: " + Plainly.of(broken)));
    }
    return new Compilation(
        rules(read, drafts.tables()), read.unconditional, read.findings, compiled);
  }

  private CompiledRules compiled(
      String ruleSet,
      String version,
      ReadRules read,
      Drafts drafts,
      KnowledgeBuilder builder,
      boolean plain) {
    if (drafts.drafts().isEmpty()) {
      return new TableRules(
          ruleSet, version, drafts.tables().stream().map(RoutingTable::index).toList());
    }
    KieBase base = base(builder);
    speak(base, read.bySentence, drafts.tables(), plain);
    return plain
        ? new FiringRules(ruleSet, version, base, limit)
        : new WatchedRules(ruleSet, version, read.bySentence, base, limit);
  }

  private static boolean isPlain(Rule rule) {
    return !rule.opaque() && rule.outcomes().size() == 1;
  }

  private static Finding notPlain(Rule rule) {
    String what =
        rule.conditions().stream()
            .flatMap(List::stream)
            .filter(Condition::isOpaque)
            .map(Condition::text)
            .findFirst()
            .orElse("what stands after \"then\"");
    return new Finding(
        rule.place(),
        "%s \"%s\" does more than compare facts: %s; such rules are code, which only operators may"
                .formatted(rule.id(), rule.sentence(), what)
            + " try and publish");
  }

  private static List<Rule> rules(ReadRules read, List<RoutingTable> tables) {
    return Stream.concat(
            read.bySentence.values().stream().filter(rule -> !rule.id().isEmpty()),
            tables.stream().flatMap(table -> table.rows().stream()).map(Row::rule))
        .sorted(Comparator.comparing(Rule::id))
        .toList();
  }

  /** Gives the rules their consequences, where they are known without compiling them. */
  private static void speak(
      KieBase base, Map<String, Rule> bySentence, List<RoutingTable> tables, boolean plain) {
    var consequences = new HashMap<String, Consequence<?>>();
    for (RoutingTable table : tables) {
      RowIndex index = table.index();
      consequences.put(
          ROWS + table.file(), plain ? new Firing.Rows(index) : new Outcomes.Rows(index));
    }
    if (plain) {
      bySentence.forEach((sentence, rule) -> consequences.put(sentence, says(rule)));
    }
    base.getKiePackages().stream()
        .flatMap(each -> each.getRules().stream())
        .filter(each -> consequences.containsKey(each.getName()))
        .forEach(each -> ((RuleImpl) each).setConsequence(consequences.get(each.getName())));
  }

  private static Firing.Says says(Rule rule) {
    return new Firing.Says(Fired.of(rule, rule.outcomes().get(0)), rule.conditions().size() > 1);
  }

  /** Inside a packed jar the rules' imports are only known to the loader of this very class. */
  private static KnowledgeBuilder builder() {
    return KnowledgeBuilderFactory.newKnowledgeBuilder(
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
            new Properties(), new CapitalClassLoader(DroolsCompiler.class.getClassLoader())));
  }

  /**
   * Conditions are turned into byte code when they are first asked, not by and by beside the leads:
   * what cannot be turned breaks in the cases of the rule instead of after some hundred leads.
   */
  private static KieBase base(KnowledgeBuilder builder) {
    KieBaseConfiguration settings = RuleBaseFactory.newKnowledgeBaseConfiguration();
    settings.setOption(ConstraintJittingThresholdOption.get(0));
    // Its index of ranges breaks where two rules write the same bound as 100 and as 100.00.
    settings.setOption(AlphaRangeIndexThresholdOption.get(0));
    return ((KnowledgeBuilderImpl) builder).newKnowledgeBase(settings);
  }

  private static Finding finding(
      String ruleSet, Map<String, Draft> byPath, KnowledgeBuilderError error) {
    @Nullable Draft draft =
        error.getResource() == null ? null : byPath.get(error.getResource().getSourcePath());
    return draft == null
        ? new Finding(ruleSet, 0, "this cannot be read: " + Plainly.of(error.getMessage()))
        : Errors.finding(draft, error);
  }

  /** One generic rule for all rows: whatever the lead, the index is asked. */
  private static Resource rows(String ruleSet, RoutingTable table) {
    return resource(
        table.file(),
        "package %s; import org.leadflow.rules.*; rule \"%s\" when LeadFacts( ) then end"
            .formatted(PackageName.of(ruleSet), ROWS + table.file()));
  }

  private static Resource resource(String path, String text) {
    // Without the encoding Drools would read the bytes as the machine's locale has it.
    var resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8");
    resource.setSourcePath(path);
    return resource;
  }
}
