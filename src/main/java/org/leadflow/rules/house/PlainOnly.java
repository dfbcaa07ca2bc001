package org.leadflow.rules.house;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles only rules that compare facts with values and say one outcome, in whatever format. Such
 * rules call nothing, so that people may try them who are not trusted to run code in the product.
 * Others are read, told, and never compiled.
 */
public final class PlainOnly implements RuleCompiler {

  private final RuleCompiler compiler;

  public PlainOnly(RuleCompiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Drafts read(String ruleSet, List<RuleFile> files) {
    return compiler.read(ruleSet, files);
  }

  @Override
  public Compilation compile(String ruleSet, String version, Drafts drafts) {
    Optional<Question> question = Question.of(ruleSet);
    boolean suspicious =
        question.isEmpty()
            || drafts.drafts().stream()
                .anyMatch(each -> !AuthorCheck.findings(each, question.get()).isEmpty());
    // Whoever checks the drafts tells what was found in them.
    return suspicious
        ? new Compilation(List.of(), Set.of(), drafts.findings(), null)
        : compiler.compilePlain(ruleSet, version, drafts);
  }

  @Override
  public Compilation compilePlain(String ruleSet, String version, Drafts drafts) {
    return compile(ruleSet, version, drafts);
  }
}
