package org.leadflow.rules.publishing;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.leadflow.rules.BrokenRules;
import org.leadflow.rules.DraftRules;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.RuleSetVersion;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.UnknownRuleSetVersion;
import org.leadflow.rules.analysis.Discovery;
import org.leadflow.rules.house.LoadedRulebook;
import org.leadflow.rules.house.ReadySet;
import org.leadflow.rules.house.SetExamination;

/** Compiles what is not at work in the caller's time; nobody else waits for it. */
final class StoredRules implements PublishedRules {

  private static final int KEPT = 8;

  private final VersionTable versions;
  private final ActivationTable activations;
  private final Trials trials;
  private final SetsAtWork atWork;
  private final Supplier<KnownReceivers> receivers;
  private final UsualVocabulary usual;

  private final Map<String, SoftReference<ReadySet>> compiled =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, SoftReference<ReadySet>> eldest) {
              return size() > KEPT;
            }
          });

  StoredRules(
      VersionTable versions,
      ActivationTable activations,
      Trials trials,
      SetsAtWork atWork,
      Supplier<KnownReceivers> receivers,
      UsualVocabulary usual) {
    this.usual = usual;
    this.versions = versions;
    this.activations = activations;
    this.trials = trials;
    this.atWork = atWork;
    this.receivers = receivers;
  }

  @Override
  public List<RuleSetVersion> versions(String ruleSet) {
    return versions.of(ruleSet);
  }

  @Override
  public Optional<RuleSetVersion> active(String ruleSet) {
    return activations
        .active(ruleSet)
        .map(ActiveVersion::version)
        .flatMap(version -> versions.find(ruleSet, version));
  }

  @Override
  public List<RuleSetFile> files(String ruleSet, String version) {
    List<RuleSetFile> files = versions.files(ruleSet, version);
    if (files.isEmpty()) {
      throw new UnknownRuleSetVersion(ruleSet, version);
    }
    return files;
  }

  @Override
  public RuleSet ruleSet(String ruleSet, String version) {
    return ready(ruleSet, version).ruleSet();
  }

  @Override
  public List<Discovery> discoveries(String ruleSet, String version) {
    ReadySet ready = ready(ruleSet, version);
    SetSource source = SetSource.published(ruleSet, version, files(ruleSet, version));
    return SetExamination.discoveries(ready, source.files(), receivers.get());
  }

  @Override
  public Rulebook atWork() {
    return atWork.now();
  }

  @Override
  public Rulebook of(String ruleSet, String version) {
    LoadedRulebook now = atWork.now();
    boolean working =
        now.ruleSet(ruleSet).filter(each -> each.version().equals(version)).isPresent();
    return working ? now : now.with(compiled(ruleSet, version));
  }

  @Override
  public DraftRules draft(Collection<RuleSetFile> files, boolean onlyPlain) {
    Trials tried = onlyPlain ? trials.ofPlainRules() : trials;
    List<Examined> examined =
        SharedIds.refused(tried.all(SetSource.of("the draft", usual.lent(files)).values()), atWork);
    List<Finding> findings = new ArrayList<>();
    List<RuleSet> sets = new ArrayList<>();
    LoadedRulebook book = atWork.now();
    for (Examined each : examined) {
      findings.addAll(each.findings());
      if (each.ready().isPresent()) {
        book = book.with(each.ready().get());
        sets.add(each.ready().get().ruleSet());
      }
    }
    return new DraftRules(findings, sets, sets.isEmpty() ? Optional.empty() : Optional.of(book));
  }

  private ReadySet ready(String ruleSet, String version) {
    Optional<ReadySet> working =
        atWork.now().ready(ruleSet).filter(now -> now.ruleSet().version().equals(version));
    return working.orElseGet(() -> compiled(ruleSet, version));
  }

  private ReadySet compiled(String ruleSet, String version) {
    String name = ruleSet + " " + version;
    SoftReference<ReadySet> kept = compiled.get(name);
    ReadySet there = kept == null ? null : kept.get();
    if (there != null) {
      return there;
    }
    Examined examined = trials.one(SetSource.published(ruleSet, version, files(ruleSet, version)));
    ReadySet ready =
        examined
            .ready()
            .orElseThrow(
                () ->
                    new BrokenRules("version " + version + " of " + ruleSet, examined.findings()));
    compiled.put(name, new SoftReference<>(ready));
    return ready;
  }
}
