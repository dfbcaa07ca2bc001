package org.leadflow.process.lifecycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accepted leads are started.
 *
 * @param starters how many leads are run at the same time, beside the job executor
 * @param waiting how many may wait for that; more are left to the sweep
 * @param startGrace how long a lead may be pending before the sweep takes it
 * @param sweepEvery how often the sweep looks
 * @param startedTogether how many imported leads are started in one transaction; 0 leaves them to
 *     other nodes
 * @param bulkStarters how many threads do that: while one reckons, the next writes what it reckoned
 *     before
 * @param bulkEvery how often it is looked for leads that other nodes imported
 */
@ConfigurationProperties("leadflow.process")
record ProcessSettings(
    @DefaultValue("2") int starters,
    @DefaultValue("1000") int waiting,
    @DefaultValue("10s") Duration startGrace,
    @DefaultValue("5s") Duration sweepEvery,
    int startedTogether,
    @DefaultValue("2") int bulkStarters,
    @DefaultValue("500ms") Duration bulkEvery) {}
