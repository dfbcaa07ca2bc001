package org.leadflow.rules.drools;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
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
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.leadflow.rules.Rule;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.house.RuleCompiler;
import org.leadflow.rules.house.RuleFile;
import org.springframework.stereotype.Component;

/**
 * Compiles by the classic build of Drools, which knows file and line of a mistake and builds faster
 * than the executable model. {@link KnowledgeBuilder} always builds that way, whatever else is on
 * the class path.
 */
@Component
class DroolsCompiler implements RuleCompiler {

  /**
   * Drools would look for a class behind each of them, under two dozen names on the whole class
   * path, which takes longer than all the compiling. They have been read before.
   */
  private static final Pattern ANNOTATION = Pattern.compile("@(Id|Owner)\\s*\\([^)\n]*\\)");

  @Override
  public Compilation compile(String ruleSet, String version, List<RuleFile> files) {
    var read = new ReadRules();
    KnowledgeBuilder builder = builder();
    for (RuleFile file : files) {
      if (read.read(file)) {
        builder.add(resource(file), ResourceType.DRL);
      }
    }
    for (KnowledgeBuilderError error : builder.getErrors()) {
      if (!Errors.isNoise(error)) {
        String path = error.getResource() == null ? ruleSet : error.getResource().getSourcePath();
        read.findings.add(Errors.finding(path, error));
      }
    }
    @Nullable CompiledRules compiled =
        read.findings.isEmpty()
            ? new FiringRules(ruleSet, version, read.bySentence, base(builder))
            : null;
    return new Compilation(
        read.bySentence.values().stream()
            .filter(rule -> !rule.id().isEmpty())
            .sorted(Comparator.comparing(Rule::id))
            .toList(),
        read.unconditional,
        read.findings,
        compiled);
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
    return ((KnowledgeBuilderImpl) builder).newKnowledgeBase(settings);
  }

  private static Resource resource(RuleFile file) {
    String text =
        ANNOTATION.matcher(file.text()).replaceAll(each -> " ".repeat(each.group().length()));
    // Without the encoding Drools would read the bytes as the machine's locale has it.
    var resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8");
    resource.setSourcePath(file.path());
    return resource;
  }
}
