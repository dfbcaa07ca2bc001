package org.leadflow.rules.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.house.ReadySet;
import org.leadflow.rules.house.RulesFolder;
import org.leadflow.rules.publishing.Attempt.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the rules folder holds. A content is taken when no node ever took it, or when it
 * changed into that before this node's eyes; so a rollback survives a restart, and nodes whose
 * folders differ do not replace each other's rules in turns. Used by the publisher's thread only.
 */
final class FolderPublishing {

  private static final Logger log = LoggerFactory.getLogger(FolderPublishing.class);

  private final String location;
  private final Trials trials;
  private final Registry registry;
  private final ActivationTable activations;
  private final TakenTable taken;
  private final Following following;
  private final SetsAtWork atWork;

  /** Content by set as this node saw it last; null before the first look. */
  private @Nullable Map<String, String> seen;

  private volatile Held held = new Held(Map.of(), Map.of());

  /** What is wrong with the folder by set, and the version it holds where nothing is wrong. */
  private record Held(Map<String, FolderState> faults, Map<String, String> versions) {}

  FolderPublishing(
      String location,
      Trials trials,
      Registry registry,
      ActivationTable activations,
      TakenTable taken,
      Following following,
      SetsAtWork atWork) {
    this.location = location;
    this.trials = trials;
    this.registry = registry;
    this.activations = activations;
    this.taken = taken;
    this.following = following;
    this.atWork = atWork;
  }

  /** How the folder of this node stands to what is active. */
  FolderState state(String ruleSet, @Nullable ActiveVersion active) {
    Held now = held;
    String version = now.versions().get(ruleSet);
    if (version == null) {
      return now.faults().getOrDefault(ruleSet, FolderState.NONE);
    }
    return active != null && version.equals(active.version())
        ? FolderState.AT_WORK
        : FolderState.REPLACED;
  }

  /**
   * Looks at the folder once.
   *
   * @param again whether to put to work what it holds even if another version followed it
   * @throws java.io.UncheckedIOException if the folder cannot be read
   */
  List<Attempt> look(String by, boolean again) {
    Map<String, SetSource> sources = SetSource.of(RulesFolder.at(location));
    if (sources.isEmpty()) {
      log.warn("There are no rules in {}", location);
    }
    Map<String, ActiveVersion> active = activations.active();
    Map<String, FolderState> faults = new TreeMap<>(missing(sources, active));
    Map<String, String> versions = new TreeMap<>();
    List<Attempt> attempts = new ArrayList<>();
    List<SetSource> wanted = new ArrayList<>();
    Predicate<SetSource> isWanted = source -> again || isNew(source);
    for (SetSource source : sources.values()) {
      if (isWanted.test(source) && !(again && isAtWork(source, active))) {
        wanted.add(source);
      } else {
        Attempt untouched = untouched(source, active);
        versions.put(source.ruleSet(), String.valueOf(untouched.version()));
        attempts.add(untouched);
      }
    }
    List<Examined> examined = SharedIds.refused(trials.all(wanted), atWork);
    List<Examined> good = examined.stream().filter(Examined::isGood).toList();
    List<Examined> done = good.isEmpty() ? good : registry.take(good, isWanted, by);
    for (Examined each : examined) {
      attempts.add(attempt(each, done, by, active));
      if (each.isGood()) {
        versions.put(
            each.source().ruleSet(), each.ready().map(ReadySet::ruleSet).orElseThrow().version());
      } else {
        faults.put(each.source().ruleSet(), FolderState.REFUSED);
      }
    }
    done.forEach(each -> each.ready().ifPresent(following::put));
    if (!sources.isEmpty()) {
      registry.forgetRefusedBut(sources.keySet());
    }
    remember(sources);
    held = new Held(Map.copyOf(faults), Map.copyOf(versions));
    return attempts;
  }

  private Attempt attempt(
      Examined each, List<Examined> done, String by, Map<String, ActiveVersion> active) {
    if (!each.isGood()) {
      registry.refuse(each, Origin.FOLDER, by);
      log.error(
          "Rule set {} in {} is refused, {}: {}",
          each.source().ruleSet(),
          location,
          atWork.contains(each.source().ruleSet())
              ? "the version at work stays"
              : "no version of it is at work",
          each.findings());
      return Attempt.of(each, Result.REFUSED);
    }
    String version = each.ready().map(ReadySet::ruleSet).orElseThrow().version();
    ActiveVersion before = active.get(each.source().ruleSet());
    boolean same = before != null && version.equals(before.version());
    return Attempt.of(each, done.contains(each) && !same ? Result.PUBLISHED : Result.UNCHANGED);
  }

  /** Whether nobody took it, or it changed into this before our eyes. */
  private boolean isNew(SetSource source) {
    if (taken.version(source).isEmpty()) {
      return true;
    }
    Map<String, String> before = seen;
    boolean changed = before != null && !source.hash().equals(before.get(source.ruleSet()));
    return changed && !source.hash().equals(taken.last().get(source.ruleSet()));
  }

  private boolean isAtWork(SetSource source, Map<String, ActiveVersion> active) {
    Optional<String> version = taken.version(source);
    ActiveVersion now = active.get(source.ruleSet());
    return version.isPresent() && now != null && version.get().equals(now.version());
  }

  private Attempt untouched(SetSource source, Map<String, ActiveVersion> active) {
    String ruleSet = source.ruleSet();
    String version = taken.version(source).orElseThrow();
    ActiveVersion now = active.get(ruleSet);
    boolean atWorkNow = now != null && Objects.equals(version, now.version());
    if (!atWorkNow && (seen == null || !source.hash().equals(seen.get(ruleSet)))) {
      log.warn(
          "The folder of {} holds version {}, which was at work before; {} stays",
          ruleSet,
          version,
          now == null || now.version() == null ? "no version" : now.version());
    }
    registry.forgetRefused(ruleSet, Origin.FOLDER);
    return Attempt.untouched(ruleSet, atWorkNow ? Result.UNCHANGED : Result.TAKEN_BEFORE, version);
  }

  /** Sets that came from a folder once and are at work without one. */
  private Map<String, FolderState> missing(
      Map<String, SetSource> sources, Map<String, ActiveVersion> active) {
    Map<String, FolderState> missing = new HashMap<>();
    for (String ruleSet : taken.last().keySet()) {
      ActiveVersion now = active.get(ruleSet);
      if (!sources.containsKey(ruleSet) && now != null && now.version() != null) {
        missing.put(ruleSet, FolderState.MISSING);
        if (held.faults().get(ruleSet) != FolderState.MISSING) {
          log.warn(
              "Rule set {} has no folder in {} any more; it works on until an operator retires it",
              ruleSet,
              location);
        }
      }
    }
    return missing;
  }

  private void remember(Map<String, SetSource> sources) {
    Map<String, String> hashes = new HashMap<>();
    sources.forEach((name, source) -> hashes.put(name, source.hash()));
    seen = hashes;
  }
}
