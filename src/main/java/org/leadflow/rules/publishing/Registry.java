package org.leadflow.rules.publishing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Versions;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetVersion;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.house.ReadySet;
import org.springframework.transaction.support.TransactionOperations;

/** Writes what is to be at work; each call is one transaction, one after the other on all nodes. */
final class Registry {

  /** Who changes what is at work, how and why. */
  record Change(
      Origin origin, String by, @Nullable String author, @Nullable String reason, Expected seen) {}

  /** The sequence the caller has seen; null when he does not mind. */
  record Expected(@Nullable String ifMatch) {

    static final Expected ANY = new Expected(null);

    private void check(@Nullable Long sequence) {
      Versions.check(ifMatch, sequence);
    }
  }

  private final ActivationTable activations;
  private final VersionTable versions;
  private final TakenTable taken;
  private final RefusedTable refused;
  private final TransactionOperations transactions;
  private final Clock clock;

  Registry(
      ActivationTable activations,
      VersionTable versions,
      TakenTable taken,
      RefusedTable refused,
      TransactionOperations transactions,
      Clock clock) {
    this.activations = activations;
    this.versions = versions;
    this.taken = taken;
    this.refused = refused;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Takes good contents of the folder, all or none.
   *
   * @param wanted asked again now that no other node publishes: it may have taken it meanwhile
   * @return those that were taken
   */
  List<Examined> take(List<Examined> good, Predicate<SetSource> wanted, String by) {
    return transactions.execute(
        transaction -> {
          activations.lock();
          List<Examined> done = new ArrayList<>();
          for (Examined each : good) {
            if (wanted.test(each.source())) {
              activate(each, new Change(Origin.FOLDER, by, null, null, Expected.ANY));
              taken.take(each.source(), ruleSet(each).version());
              done.add(each);
            }
          }
          return done;
        });
  }

  /** Puts a set to work that somebody sent, or that was at work before. */
  void publish(Examined good, Change change) {
    transactions.executeWithoutResult(
        transaction -> {
          activations.lock();
          activate(good, change);
        });
  }

  /** From now on no version of the set is at work. */
  void retire(String ruleSet, Change change) {
    transactions.executeWithoutResult(
        transaction -> {
          activations.lock();
          Optional<ActiveVersion> before = activations.active(ruleSet);
          change.seen().check(before.map(ActiveVersion::sequence).orElse(null));
          activations.change(
              ruleSet, null, Origin.RETIRED, clock.instant(), change.by(), change.reason());
          refused.forget(ruleSet);
        });
  }

  /** Keeps why a set was refused. */
  void refuse(Examined examined, Origin origin, String by) {
    transactions.executeWithoutResult(
        transaction -> {
          activations.lock();
          refused.keep(examined, origin, clock.instant(), by);
        });
  }

  /** What was refused does not matter any more; whether there was anything. */
  boolean forgetRefused(String ruleSet, Origin origin) {
    return Boolean.TRUE.equals(
        transactions.execute(
            transaction -> {
              activations.lock();
              return refused.forget(ruleSet, origin);
            }));
  }

  /** Whatever the folder does not hold any more, nothing is wrong with it there. */
  void forgetRefusedBut(Set<String> inFolder) {
    transactions.executeWithoutResult(
        transaction -> {
          activations.lock();
          refused.all().values().stream()
              .flatMap(List::stream)
              .filter(each -> each.origin() == Origin.FOLDER)
              .map(RefusedAttempt::ruleSet)
              .filter(each -> !inFolder.contains(each))
              .forEach(each -> refused.forget(each, Origin.FOLDER));
        });
  }

  /**
   * Another version than the one that was at work, which is kept as refused with its findings.
   *
   * @return whether it was still at work
   */
  boolean replace(Examined gone, @Nullable String with, String reason, String by) {
    return Boolean.TRUE.equals(
        transactions.execute(
            transaction -> {
              activations.lock();
              String ruleSet = gone.source().ruleSet();
              Optional<String> active = activations.active(ruleSet).map(ActiveVersion::version);
              if (!active.equals(Optional.ofNullable(gone.source().version()))) {
                return false;
              }
              if (with != null) {
                activations.change(ruleSet, with, Origin.QUARANTINE, clock.instant(), by, reason);
              }
              refused.keep(gone, Origin.QUARANTINE, clock.instant(), by);
              return true;
            }));
  }

  private void activate(Examined good, Change change) {
    RuleSet set = ruleSet(good);
    Optional<ActiveVersion> before = activations.active(set.name());
    change.seen().check(before.map(ActiveVersion::sequence).orElse(null));
    versions.keep(
        new RuleSetVersion(
            set.name(),
            set.version(),
            clock.instant(),
            change.by(),
            change.origin(),
            change.author(),
            set.rules().size()),
        good.source().stored());
    if (!Objects.equals(before.map(ActiveVersion::version).orElse(null), set.version())) {
      activations.change(
          set.name(),
          set.version(),
          change.origin(),
          clock.instant(),
          change.by(),
          change.reason());
    }
    refused.forget(set.name(), Origin.QUARANTINE);
    refused.forget(set.name(), change.origin() == Origin.FOLDER ? Origin.FOLDER : Origin.UPLOAD);
  }

  private static RuleSet ruleSet(Examined good) {
    return good.ready().map(ReadySet::ruleSet).orElseThrow();
  }
}
