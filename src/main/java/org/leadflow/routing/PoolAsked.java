package org.leadflow.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Candidate;
import org.leadflow.assignment.Considered;
import org.leadflow.assignment.Otherwise;
import org.leadflow.assignment.Turn;

/**
 * A pool that had nobody for the lead, kept with the decision.
 *
 * @param code why nobody, from the catalogue of {@code assignment}
 * @param earliest when somebody of it is available by himself, null when that is not known
 * @param otherwise what the pool wants then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PoolAsked(
    String teamId,
    String code,
    String sentence,
    @Nullable Instant earliest,
    Otherwise otherwise,
    Considered pool,
    List<Candidate> candidates) {

  static PoolAsked of(String teamId, Turn.NobodyAvailable nobody) {
    return new PoolAsked(
        teamId,
        nobody.code().code(),
        nobody.sentence(),
        nobody.earliest().orElse(null),
        nobody.otherwise(),
        nobody.considered(),
        nobody.candidates());
  }
}
