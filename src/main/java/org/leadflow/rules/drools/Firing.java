package org.leadflow.rules.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.table.RowIndex;

/** A session that decides one lead after the other; one thread at a time. */
final class Firing {

  private static final String NAME = "firing";

  private final KieSession session;
  private List<Fired> fired = new ArrayList<>();
  private @Nullable LeadFacts lead;
  private boolean everyRow;

  Firing(KieBase base) {
    this.session = base.newKieSession();
    session.getGlobals().set(NAME, this);
  }

  /**
   * What the rules say about a lead. After an exception the session is of no more use.
   *
   * @param everyRow whether rows of tables that lose against other rows count as well
   */
  List<Fired> ask(LeadFacts facts, boolean everyRow) {
    this.fired = new ArrayList<>();
    this.lead = facts;
    this.everyRow = everyRow;
    FactHandle handle = session.insert(facts);
    session.fireAllRules();
    session.delete(handle);
    this.lead = null;
    return fired;
  }

  void dispose() {
    session.dispose();
  }

  private static Firing of(ValueResolver resolver) {
    return (Firing) resolver.getGlobal(NAME);
  }

  /** Records that a rule fired. What it says is known before. */
  record Says(Fired fired, boolean alternatives) implements Consequence<KnowledgeHelper> {

    @Override
    public String getName() {
      return "default";
    }

    @Override
    public void evaluate(KnowledgeHelper helper, ValueResolver resolver) {
      List<Fired> all = of(resolver).fired;
      // Several alternatives of a rule may match; it fires once.
      if (!alternatives || !all.contains(fired)) {
        all.add(fired);
      }
    }
  }

  /** Finds and records the rows of a table. */
  record Rows(RowIndex index) implements Consequence<KnowledgeHelper> {

    @Override
    public String getName() {
      return "default";
    }

    @Override
    public void evaluate(KnowledgeHelper helper, ValueResolver resolver) {
      Firing firing = of(resolver);
      firing.fired.addAll(firing.everyRow ? index.all(firing.lead) : index.best(firing.lead));
    }
  }
}
