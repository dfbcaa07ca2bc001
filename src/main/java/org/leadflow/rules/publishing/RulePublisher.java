package org.leadflow.rules.publishing;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.Actor.Door;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.ReceiversChanged;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.RulesActivated;
import org.leadflow.rules.house.Question;
import org.leadflow.rules.house.RuleCompiler;
import org.leadflow.rules.publishing.Registry.Expected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Everything that is done to rule sets on this node, one thing after the other. */
public final class RulePublisher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RulePublisher.class);
  private static final String PRODUCT = Actor.product(Door.RULE).id();

  private final PublisherThread thread = new PublisherThread();
  private final SetsAtWork atWork = new SetsAtWork();
  private final PublishingSettings settings;
  private final ActivationTable activations;
  private final RefusedTable refused;
  private final Following following;
  private final FolderPublishing folder;
  private final OperatorPublishing operators;
  private final Quarantine quarantine;
  private final AbsentReceivers absent;
  private final FolderWatch watch;
  private final StoredRules stored;

  RulePublisher(
      PublishingSettings settings,
      RuleCompiler compiler,
      Supplier<KnownReceivers> receivers,
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      Consumer<RulesActivated> events) {
    this.settings = settings;
    this.activations = new ActivationTable(jdbc);
    this.refused = new RefusedTable(jdbc);
    var versions = new VersionTable(jdbc);
    var taken = new TakenTable(jdbc);
    var trials = new Trials(compiler, settings, receivers);
    var usual = new UsualVocabulary(settings.location());
    var registry = new Registry(activations, versions, taken, refused, transactions, clock);
    this.following = new Following(atWork, activations, versions, trials, events);
    this.folder =
        new FolderPublishing(
            settings.location(), trials, registry, activations, taken, following, atWork);
    this.operators =
        new OperatorPublishing(trials, registry, versions, activations, following, atWork, usual);
    this.quarantine =
        new Quarantine(atWork, versions, activations, trials, registry, following, PRODUCT);
    this.absent = new AbsentReceivers(atWork, receivers);
    this.watch = new FolderWatch(settings.location());
    this.stored = new StoredRules(versions, activations, trials, atWork, receivers, usual);
  }

  /** Takes what is new in the folder, puts to work what is active, and goes on watching both. */
  void start() {
    long start = System.nanoTime();
    thread.run(
        () -> {
          lookAtFolder();
          following.look();
          return true;
        });
    log.info(
        "Rules from {}: {} of {} rule sets at work, in {} ms",
        settings.location(),
        atWork.ruleSets().size(),
        states().size(),
        (System.nanoTime() - start) / 1_000_000);
    thread.every(settings.follow(), following::look);
    thread.every(settings.follow(), quarantine::look);
    thread.every(settings.follow(), absent::look);
    if (watch.isWatched()) {
      thread.every(settings.watch(), this::lookAtQuietFolder);
    }
  }

  /** What this node decides with. */
  Rulebook rulebook() {
    return atWork;
  }

  /** What was published, and drafts. */
  PublishedRules stored() {
    return stored;
  }

  /**
   * Takes what changed in the folder of this node.
   *
   * @param again whether to put to work what the folder holds even if another version followed it
   */
  public List<Attempt> reload(String by, boolean again) {
    return thread.run(
        () -> {
          watch.taken();
          return folder.look(by, again);
        });
  }

  /**
   * Tells what would come of publishing a set somebody sent. Publishes nothing and keeps nothing;
   * nobody who publishes waits for it.
   *
   * @param onlyPlain whether rules that do more than compare facts are refused and never run
   */
  public Attempt check(String ruleSet, Collection<RuleSetFile> files, boolean onlyPlain) {
    return operators.check(ruleSet, files, onlyPlain);
  }

  /**
   * Publishes a set somebody sent; it replaces all files of the set.
   *
   * @param author who wrote it, null when nobody said
   * @param ifMatch the sequence the caller has seen; null when he does not mind
   * @throws org.leadflow.core.Refused if somebody changed the set meanwhile
   */
  public Attempt upload(
      String ruleSet,
      Collection<RuleSetFile> files,
      @Nullable String author,
      String by,
      @Nullable String ifMatch) {
    return thread.run(() -> operators.upload(ruleSet, files, author, by, new Expected(ifMatch)));
  }

  /**
   * Puts an earlier version to work again.
   *
   * @throws org.leadflow.rules.UnknownRuleSetVersion if it was never published
   * @throws org.leadflow.core.Refused if somebody changed the set meanwhile
   */
  public Attempt rollback(
      String ruleSet, String version, String reason, String by, @Nullable String ifMatch) {
    return thread.run(
        () -> operators.rollback(ruleSet, version, reason, by, new Expected(ifMatch)));
  }

  /**
   * Takes a set out of work until its folder changes or somebody publishes it anew.
   *
   * @throws org.leadflow.core.Refused if every lead needs it, or somebody changed it meanwhile
   */
  public void retire(String ruleSet, String reason, String by, @Nullable String ifMatch) {
    thread.run(
        () -> {
          operators.retire(ruleSet, reason, by, new Expected(ifMatch));
          return true;
        });
  }

  /**
   * Does not show any more what was refused, until it is refused anew.
   *
   * @return whether there was anything
   */
  public boolean dismiss(String ruleSet, Origin origin, String by) {
    boolean done = thread.run(() -> operators.dismiss(ruleSet, origin));
    if (done) {
      log.info("{} dismissed what was refused of {} from {}", by, ruleSet, origin);
    }
    return done;
  }

  /**
   * Receivers that rules at work name though they are not there or not active any more, by name of
   * the set; without sets that name no such receiver. The rules work on.
   */
  public Map<String, List<Finding>> absentReceivers() {
    return absent.bySet();
  }

  /** Looks soon whether the rules at work name somebody who is gone, and logs it. */
  @EventListener
  void on(ReceiversChanged changed) {
    absent.receiversChanged();
  }

  /** How every set stands that was ever tried or that every lead needs, by name. */
  public List<RuleSetState> states() {
    Map<String, ActiveVersion> active = activations.active();
    Map<String, List<RefusedAttempt>> attempts = refused.all();
    var names = new TreeSet<>(Question.alwaysAsked());
    names.addAll(active.keySet());
    names.addAll(attempts.keySet());
    return names.stream()
        .map(
            name ->
                RuleSetState.of(
                    name,
                    folder.state(name, active.get(name)),
                    active.get(name),
                    atWork.ruleSet(name).orElse(null),
                    attempts.getOrDefault(name, List.of())))
        .toList();
  }

  /** All changes of the set, the newest first. */
  public List<Activation> changes(String ruleSet) {
    return activations.changes(ruleSet);
  }

  @Override
  public void close() {
    thread.close();
  }

  private void lookAtFolder() {
    watch.taken();
    try {
      folder.look(PRODUCT, false);
    } catch (UncheckedIOException unreadable) {
      log.error("The rules in {} cannot be read", settings.location(), unreadable);
    }
  }

  private void lookAtQuietFolder() {
    if (watch.changedAndQuiet()) {
      lookAtFolder();
    }
  }
}
