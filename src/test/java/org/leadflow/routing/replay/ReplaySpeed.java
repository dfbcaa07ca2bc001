package org.leadflow.routing.replay;

import org.leadflow.wholeway.OnPostgres;

/**
 * How long ten thousand leads take, on PostgreSQL; prints it. Not one of the ordinary tests: {@code
 * mvn test -Dtest=ReplaySpeed}.
 */
class ReplaySpeed extends ReplayOfManyTests implements OnPostgres {

  @Override
  int leads() {
    return 10_000;
  }
}
