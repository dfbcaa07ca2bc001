package org.leadflow.wholeway;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** The tests of one running product follow one another; those of another may run beside them. */
class OneAtATime implements ResourceLocksProvider {

  @Override
  public Set<Lock> provideForClass(Class<?> testClass) {
    return Set.of(
        new Lock(
            OnPostgres.class.isAssignableFrom(testClass)
                ? "the product on PostgreSQL"
                : "the product on H2"));
  }
}
