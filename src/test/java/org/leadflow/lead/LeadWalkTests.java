package org.leadflow.lead;

import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever is done to leads in whatever order: the API answers as the model says, and afterwards
 * the invariants hold.
 */
class LeadWalkTests {

  private static final List<StatusCode> REASONS =
      StatusCode.in(StateCode.DISQUALIFIED).stream()
          .filter(reason -> reason != StatusCode.DUPLICATE)
          .toList();

  @Property(tries = 12, shrinking = ShrinkingMode.BOUNDED)
  void everyWalkOfALeadIsOneThatTheStateMachineAllows(
      @ForAll("walks") ActionChain<LeadWalk> chain) {
    chain.run().theInvariantsHold();
  }

  @Provide
  Arbitrary<ActionChain<LeadWalk>> walks() {
    Arbitrary<Integer> which = Arbitraries.integers().between(0, 2);
    return ActionChain.startWith(LeadWalkTests::begin)
        .withAction(
            2,
            step(
                Arbitraries.of("Germany", "USA")
                    .map(country -> does("create in " + country, walk -> walk.create(country)))))
        .withAction(3, step(which.map(lead -> does("contact " + lead, walk -> walk.contact(lead)))))
        .withAction(3, step(which.map(lead -> does("qualify " + lead, walk -> walk.qualify(lead)))))
        .withAction(
            4,
            step(
                Combinators.combine(which, Arbitraries.of(REASONS))
                    .as(
                        (lead, reason) ->
                            does(
                                "disqualify " + lead + " as " + reason,
                                walk -> walk.disqualify(lead, reason)))))
        .withAction(
            5, step(which.map(lead -> does("reactivate " + lead, walk -> walk.reactivate(lead)))))
        .withAction(
            2,
            step(
                Combinators.combine(which, Arbitraries.of("CEO", "Buyer"))
                    .as(
                        (lead, title) ->
                            does(
                                "change " + lead + " to " + title,
                                walk -> walk.change(lead, title)))))
        .withAction(
            2,
            step(
                Combinators.combine(which, Arbitraries.of("marie", "luca"))
                    .as(
                        (lead, owner) ->
                            does(
                                "assign " + lead + " to " + owner,
                                walk -> walk.assign(lead, owner)))))
        .withAction(1, step(which.map(lead -> does("delete " + lead, walk -> walk.delete(lead)))))
        .withMaxTransformations(25);
  }

  private static LeadWalk begin() {
    var walk = new LeadWalk();
    try {
      new TestContextManager(LeadWalk.class).prepareTestInstance(walk);
    } catch (Exception notStarted) {
      throw new IllegalStateException(notStarted);
    }
    return walk;
  }

  private static Action.Independent<LeadWalk> step(Arbitrary<Transformer<LeadWalk>> steps) {
    return () -> steps;
  }

  private static Transformer<LeadWalk> does(String what, Consumer<LeadWalk> step) {
    return Transformer.mutate(what, step);
  }
}
