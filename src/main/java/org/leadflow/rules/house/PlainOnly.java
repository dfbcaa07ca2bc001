package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.List;

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
    var findings = new ArrayList<>(drafts.findings());
    Question.of(ruleSet)
        .ifPresent(
            question ->
                drafts
                    .drafts()
                    .forEach(each -> findings.addAll(AuthorCheck.findings(each, question))));
    // With a finding they are read and not compiled.
    return compiler.compilePlain(
        ruleSet, version, new Drafts(drafts.drafts(), drafts.tables(), findings));
  }

  @Override
  public Compilation compilePlain(String ruleSet, String version, Drafts drafts) {
    return compile(ruleSet, version, drafts);
  }
}
