package org.leadflow.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.Intake.Prepared;
import org.leadflow.intake.Intake.Sent;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadCreation;
import org.leadflow.lead.LeadFields;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what one source sends by the hundred. To each lead happens what {@link Intake} would do
 * with it alone and in this order; only what is simply new is stored together.
 */
@Service
public class Consignments {

  private final Intake intake;
  private final LeadCreation leads;

  Consignments(Intake intake, LeadCreation leads) {
    this.intake = intake;
    this.leads = leads;
  }

  /**
   * What comes of each, in the order in which they were sent.
   *
   * @param sourceSystem of all of them
   * @throws RuntimeException when one of them could not be stored; then none must be committed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Submission> submit(String sourceSystem, List<Sent> all, String channel) {
    Set<String> seen =
        new HashSet<>(
            leads.submittedAs(
                sourceSystem,
                all.stream()
                    .map(sent -> sent.fields().sourceKey())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())));
    @Nullable Submission[] came = new Submission[all.size()];
    List<Integer> places = new ArrayList<>();
    List<Prepared> simplyNew = new ArrayList<>();
    for (int place = 0; place < came.length; place++) {
      Sent sent = all.get(place);
      Optional<Prepared> prepared = simplyNew(sourceSystem, sent, seen);
      if (prepared.isPresent()) {
        places.add(place);
        simplyNew.add(prepared.get());
      } else {
        // It may be about one of those before it.
        store(simplyNew, places, came, channel);
        came[place] = intake.submit(sent, channel);
      }
    }
    store(simplyNew, places, came, channel);
    return Arrays.asList(came);
  }

  private Optional<Prepared> simplyNew(String sourceSystem, Sent sent, Set<String> seen) {
    LeadFields fields = sent.fields();
    boolean first =
        sent.leadId() == null
            && sourceSystem.equals(fields.sourceSystem())
            && fields.sourceKey() != null
            && seen.add(fields.sourceKey());
    return first
        ? Optional.of(intake.prepare(fields)).filter(prepared -> prepared.faults().isEmpty())
        : Optional.empty();
  }

  private void store(
      List<Prepared> some, List<Integer> places, @Nullable Submission[] came, String channel) {
    if (!some.isEmpty()) {
      List<Lead> stored = leads.createAll(some.stream().map(Prepared::fields).toList(), channel);
      for (int i = 0; i < stored.size(); i++) {
        came[places.get(i)] = new Submission.Accepted(stored.get(i), some.get(i).autoPopulated());
      }
      some.clear();
      places.clear();
    }
  }
}
