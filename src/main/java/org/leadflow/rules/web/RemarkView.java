package org.leadflow.rules.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.leadflow.rules.analysis.Discovery;

/**
 * Something to say about a rule set as a whole.
 *
 * @param kind stable
 * @param stops whether rules like that cannot be published
 * @param place of the rule to change
 * @param rules ids of the rules it is about, the one to change first; empty for a gap
 * @param example a lead that shows it, fact by fact; empty where there is none
 */
record RemarkView(
    @Schema(example = "never-fired") String kind,
    boolean stops,
    @Schema(example = "routing/units/emea/dach.drl:12") String place,
    @Schema(example = "EMEA-130 \"Luxembourg\" has not fired for 30 days") String sentence,
    @Schema(example = "[\"EMEA-130\"]") List<String> rules,
    Map<String, String> example) {

  static RemarkView of(Discovery discovery) {
    return new RemarkView(
        discovery.kind().code(),
        discovery.kind().stops(),
        discovery.place().toString(),
        discovery.sentence(),
        discovery.rules(),
        discovery.example());
  }
}
