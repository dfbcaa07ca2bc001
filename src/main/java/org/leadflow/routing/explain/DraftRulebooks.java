package org.leadflow.routing.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.rules.DraftRules;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.explain.KeptRules;
import org.leadflow.rules.explain.ReadableRules;
import org.leadflow.rules.explain.ZippedRules;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Finds the rules somebody wants to try, or refuses saying what is wrong with them. */
@Component
public class DraftRulebooks {

  private static final int FINDINGS_SHOWN = 50;

  private final PublishedRules published;
  private final KeptRules kept;

  DraftRulebooks(PublishedRules published, KeptRules kept) {
    this.published = published;
    this.kept = kept;
  }

  /**
   * The rules to ask.
   *
   * @param names the rule sets that differ from those at work, as {@code scoring@1a2b3c}
   */
  public record Draft(List<String> names, Rulebook rules) {}

  /**
   * The rules at work with one set in an earlier or later version; as they are when neither is
   * given.
   *
   * @throws Refused naming what does not fit
   */
  public Draft version(Caller caller, @Nullable String ruleSet, @Nullable String version) {
    if (ruleSet == null && version == null) {
      return new Draft(List.of(), kept.atWork());
    }
    if (ruleSet == null || version == null) {
      throw Refused.invalid(
          ruleSet == null ? "ruleSet" : "version", "must be given where the other one is");
    }
    return Optional.of(ruleSet)
        .filter(asked -> ReadableRules.areFor(caller, asked))
        .flatMap(asked -> kept.with(asked, version))
        .map(rules -> new Draft(List.of(ruleSet + "@" + version), rules))
        .orElseThrow(
            () ->
                Refused.invalid(
                    "version", "must be a version of " + ruleSet + " that can be read"));
  }

  /**
   * The rules at work with the sets of a zipped folder in their place.
   *
   * @param onlyPlain whether rules that do more than compare facts are refused and never run
   * @throws Refused naming what keeps the folder from being put to work, cases included
   */
  public Draft uploaded(InputStreamSource zip, boolean onlyPlain) {
    DraftRules draft;
    try (InputStream content = zip.getInputStream()) {
      draft = published.draft(ZippedRules.read(content), onlyPlain);
    } catch (ZippedRules.Unreadable unreadable) {
      throw Refused.invalid("rules", String.valueOf(unreadable.getMessage()));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    if (draft.rulebook().isEmpty()) {
      throw Refused.invalid(
          "broken-rules",
          "None of these rules can be put to work.",
          draft.findings().stream()
              .limit(FINDINGS_SHOWN)
              .map(finding -> new FieldFault("rules", finding.toString()))
              .toList());
    }
    return new Draft(
        draft.ruleSets().stream().map(DraftRulebooks::name).toList(), draft.rulebook().get());
  }

  private static String name(RuleSet ruleSet) {
    return ruleSet.name() + "@" + ruleSet.version();
  }
}
