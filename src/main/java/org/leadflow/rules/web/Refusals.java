package org.leadflow.rules.web;

import java.util.List;
import java.util.Map;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.rules.Finding;
import org.springframework.http.HttpStatus;

/** Says no to rules, with everything that is wrong with them. */
final class Refusals {

  private static final int SHOWN = 100;

  private Refusals() {}

  /** The rules are wrong, and what was at work stays. */
  static Refused refused(String ruleSet, List<Finding> findings) {
    return new Refused(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "rules-refused",
        "The rules of %s are refused, %d findings; what was at work stays."
            .formatted(ruleSet, findings.size()),
        faults(findings),
        Map.of("findings", shown(findings)));
  }

  /** This release of the product cannot do anything with a version of another release. */
  static Refused cannotWork(String version, List<Finding> findings) {
    return new Refused(
        HttpStatus.CONFLICT,
        "version-unreadable",
        "This release cannot compile version " + version + ".",
        faults(findings),
        Map.of("findings", shown(findings)));
  }

  private static List<FieldFault> faults(List<Finding> findings) {
    return shown(findings).stream()
        .map(
            finding ->
                new FieldFault(
                    finding.line() > 0 ? finding.file() + ":" + finding.line() : finding.file(),
                    finding.sentence()))
        .toList();
  }

  private static List<Finding> shown(List<Finding> findings) {
    return findings.subList(0, Math.min(SHOWN, findings.size()));
  }
}
