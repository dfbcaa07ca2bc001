package org.leadflow.rules.publishing;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.UnknownRuleSetVersion;
import org.leadflow.rules.house.Question;
import org.leadflow.rules.house.ReadySet;
import org.leadflow.rules.publishing.Attempt.Result;
import org.leadflow.rules.publishing.Registry.Change;
import org.leadflow.rules.publishing.Registry.Expected;

/** What operators do to one set at a time. Changes are made by the publisher's thread only. */
final class OperatorPublishing {

  private final Trials trials;
  private final Registry registry;
  private final VersionTable versions;
  private final ActivationTable activations;
  private final Following following;
  private final SetsAtWork atWork;
  private final UsualVocabulary usual;

  OperatorPublishing(
      Trials trials,
      Registry registry,
      VersionTable versions,
      ActivationTable activations,
      Following following,
      SetsAtWork atWork,
      UsualVocabulary usual) {
    this.usual = usual;
    this.trials = trials;
    this.registry = registry;
    this.versions = versions;
    this.activations = activations;
    this.following = following;
    this.atWork = atWork;
  }

  /** Changes nothing, and so may be used by any thread. */
  Attempt check(String ruleSet, Collection<RuleSetFile> files, boolean onlyPlain) {
    Trials tried = onlyPlain ? trials.ofPlainRules() : trials;
    Examined examined = examined(tried, sent(ruleSet, files));
    return Attempt.of(examined, examined.isGood() ? Result.GOOD : Result.REFUSED);
  }

  Attempt upload(
      String ruleSet,
      Collection<RuleSetFile> files,
      @Nullable String author,
      String by,
      Expected seen) {
    Examined examined = examined(sent(ruleSet, files));
    if (!examined.isGood()) {
      registry.refuse(examined, Origin.UPLOAD, by);
      return Attempt.of(examined, Result.REFUSED);
    }
    return put(examined, new Change(Origin.UPLOAD, by, author, null, seen));
  }

  /** Whether there was anything to dismiss. */
  boolean dismiss(String ruleSet, Origin origin) {
    return registry.forgetRefused(ruleSet, origin);
  }

  Attempt rollback(String ruleSet, String version, String reason, String by, Expected seen) {
    List<RuleSetFile> files = versions.files(ruleSet, version);
    if (files.isEmpty()) {
      throw new UnknownRuleSetVersion(ruleSet, version);
    }
    Examined examined = examined(SetSource.published(ruleSet, version, files));
    return examined.isGood()
        ? put(examined, new Change(Origin.ROLLBACK, by, null, reason, seen))
        : Attempt.of(examined, Result.REFUSED);
  }

  void retire(String ruleSet, String reason, String by, Expected seen) {
    if (Question.alwaysAsked().contains(ruleSet)) {
      throw Refused.conflict(
          "always-asked",
          "Every lead is asked about by " + ruleSet + "; publish another version of it instead.");
    }
    registry.retire(ruleSet, new Change(Origin.RETIRED, by, null, reason, seen));
    if (atWork.contains(ruleSet)) {
      following.remove(ruleSet);
    }
  }

  private Attempt put(Examined good, Change change) {
    ReadySet ready = good.ready().orElseThrow();
    String version = ready.ruleSet().version();
    boolean same =
        activations
            .active(ready.ruleSet().name())
            .filter(now -> version.equals(now.version()))
            .isPresent();
    registry.publish(good, change);
    following.put(ready);
    return Attempt.of(good, same ? Result.UNCHANGED : Result.PUBLISHED);
  }

  private Examined examined(SetSource source) {
    return examined(trials, source);
  }

  private Examined examined(Trials trials, SetSource source) {
    return SharedIds.refused(List.of(trials.one(source)), atWork).get(0);
  }

  private SetSource sent(String ruleSet, Collection<RuleSetFile> files) {
    SetSource source = SetSource.of("the upload", usual.lent(files)).get(ruleSet);
    return source == null
        ? new SetSource(
            ruleSet, List.of(), List.of(new Finding(ruleSet, 0, "no file was sent")), "", null)
        : source;
  }
}
