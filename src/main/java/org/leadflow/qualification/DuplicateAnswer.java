package org.leadflow.qualification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadflow.duplicates.Candidate;
import org.leadflow.duplicates.Candidates;
import org.leadflow.duplicates.EntityType;

/** Shows the candidates nobody has decided on, enough to tell them apart, and how to decide. */
final class DuplicateAnswer {

  private DuplicateAnswer() {}

  /** For a person who sees nothing but this sentence. */
  static String sentence(Candidates.Seen shown) {
    List<String> known = new ArrayList<>();
    shown.visible().forEach(candidate -> known.add(candidate.name() + " (" + candidate.id() + ")"));
    if (shown.hidden() > 0) {
      known.add(shown.hidden() + " that you may not see");
    }
    return "There are records like those about to be created: "
        + String.join(", ", known)
        + ". Choose one of them, or say that new ones are wanted.";
  }

  /** Members of the problem detail, and of a dry run's answer. */
  static Map<String, Object> details(Plan plan, Candidates.Seen shown) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put(
        "duplicates",
        Map.of(
            "account", of(EntityType.ACCOUNT, shown.visible()),
            "contact", of(EntityType.CONTACT, shown.visible())));
    details.put("hidden", shown.hidden());
    details.put("duplicateToken", Duplication.token(plan.lead(), plan.duplicates()));
    details.put("dynamicsCode", "0x80040333");
    return details;
  }

  private static List<Candidate> of(EntityType type, List<Candidate> shown) {
    return shown.stream().filter(candidate -> candidate.type() == type).toList();
  }
}
