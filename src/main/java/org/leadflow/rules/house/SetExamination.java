package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.analysis.Discovery;
import org.leadflow.rules.table.RowCheck;

/**
 * Everything that was found out about one folder.
 *
 * @param findings what stops the rules
 * @param ready empty when it did not compile
 * @param discoveries what there is to say about the rules as a whole; what stops them stands among
 *     the findings, too
 */
public record SetExamination(
    List<Finding> findings,
    List<Rule> rules,
    List<CaseResult> cases,
    Optional<ReadySet> ready,
    List<Discovery> discoveries) {

  /** What does not stop the rules, but their author should know. */
  public List<Finding> warnings() {
    return discoveries.stream()
        .filter(each -> !each.kind().stops())
        .map(Discovery::finding)
        .toList();
  }

  /** Reads, compiles and tries one folder; what other folders hold is not looked at. */
  public static SetExamination of(String folder, List<RuleFile> files, RuleCompiler compiler) {
    return of(folder, files, compiler, null, KnownReceivers.ANYBODY);
  }

  /**
   * The same for a version that was published before, maybe by a release that counted otherwise.
   *
   * @param known what its verdicts are to carry; null: by its content. A version that was good once
   *     is not looked at as a whole again
   * @param receivers who there is to name
   */
  public static SetExamination of(
      String folder,
      List<RuleFile> files,
      RuleCompiler compiler,
      @Nullable String known,
      KnownReceivers receivers) {
    Optional<Question> question = Question.of(folder);
    if (question.isEmpty()) {
      return refused(
          folder.isEmpty() ? files.get(0).path() : folder,
          "nobody asks these rules; the questions are " + Question.folders());
    }
    List<RuleFile> written = files.stream().filter(each -> !each.isCases()).toList();
    if (written.stream().noneMatch(RuleFile::isRules)) {
      return refused(
          folder,
          "there are %s here, but no rules".formatted(written.isEmpty() ? "cases" : "sentences"));
    }
    Drafts drafts = compiler.read(folder, written);
    var findings = new ArrayList<Finding>();
    drafts.drafts().forEach(draft -> findings.addAll(AuthorCheck.findings(draft, question.get())));
    boolean trusted = findings.isEmpty();
    String version = known == null ? ContentHash.of(written) : known;
    Compilation compilation = compiler.compile(folder, version, drafts);
    compilation.findings().stream().filter(each -> !findings.contains(each)).forEach(findings::add);
    findings.addAll(DoubledIds.among(compilation.rules()));
    drafts.tables().forEach(table -> findings.addAll(RowCheck.findings(table)));
    int before = findings.size();
    List<Case> cases = cases(files, written, findings);
    if (findings.size() == before) {
      // A case that could not be read may be the one that seems to be lacking.
      Set<String> wrong = findings.stream().map(Finding::file).collect(Collectors.toSet());
      // A row that is left out may be the one a case shows.
      Coverage.findings(compilation, cases, question.get().hasLastResorts()).stream()
          .filter(each -> each.line() > 0 || !wrong.contains(each.file()))
          .forEach(findings::add);
    }
    CompiledRules compiled = compilation.compiled();
    if (!trusted || compiled == null) {
      // Running a case runs the rules, and these do something that rules here do not do.
      return new SetExamination(
          findings, compilation.rules(), List.of(), Optional.empty(), List.of());
    }
    var run = new CaseRun(compiled);
    List<CaseResult> results = cases.stream().map(run::run).toList();
    results.forEach(each -> findings.addAll(each.findings()));
    List<Discovery> discoveries =
        known == null
            ? WholeSet.discoveries(folder, compilation.rules(), cases, compiled, receivers)
            : List.of();
    discoveries.stream()
        .filter(each -> each.kind().stops())
        .forEach(each -> findings.add(each.finding()));
    var ruleSet = new RuleSet(folder, version, compilation.rules());
    return new SetExamination(
        findings,
        compilation.rules(),
        results,
        Optional.of(new ReadySet(ruleSet, compiled)),
        discoveries);
  }

  /**
   * What there is to say about compiled rules as a whole; nothing is compiled again.
   *
   * @param files rules and cases, as they were published
   */
  public static List<Discovery> discoveries(
      ReadySet ready, List<RuleFile> files, KnownReceivers receivers) {
    List<RuleFile> written = files.stream().filter(each -> !each.isCases()).toList();
    return WholeSet.discoveries(
        ready.ruleSet().name(),
        ready.ruleSet().rules(),
        cases(files, written, new ArrayList<>()),
        ready.rules(),
        receivers);
  }

  private static List<Case> cases(
      List<RuleFile> files, List<RuleFile> written, List<Finding> findings) {
    Set<String> topics =
        written.stream()
            .filter(RuleFile::isRules)
            .map(RuleFile::topic)
            .collect(Collectors.toCollection(HashSet::new));
    topics.add(Case.TOGETHER);
    var cases = new ArrayList<Case>();
    for (RuleFile file : files) {
      if (file.isCases()) {
        if (!topics.contains(file.topic())) {
          findings.add(
              new Finding(
                  file.path(),
                  0,
                  "no rules of the topic %s stand beside these cases; cases for the whole folder are called %s%s"
                      .formatted(file.topic(), Case.TOGETHER, RuleFile.CASES)));
        }
        cases.addAll(CaseReader.read(file, findings));
      }
    }
    return cases;
  }

  private static SetExamination refused(String file, String sentence) {
    return new SetExamination(
        List.of(new Finding(file, 0, sentence)), List.of(), List.of(), Optional.empty(), List.of());
  }
}
