package org.leadflow.reporting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports keep up with leads.
 *
 * @param every how often this node counts what changed; zero leaves it to other nodes
 * @param settles how long after a change its transaction may still be open; what changed within
 *     that time is looked at again
 * @param latest how long after it was decided a turn is looked for that was not counted, for its
 *     transaction was still open; looked for four times in that while, so that none is lost of a
 *     transaction that took three quarters of it
 * @param everything after what time all leads are gone through, whether something changed or not
 * @param together about how many leads are counted in one transaction
 */
@ConfigurationProperties("leadflow.reports")
record ReportSettings(
    @DefaultValue("10s") Duration every,
    @DefaultValue("30s") Duration settles,
    @DefaultValue("1h") Duration latest,
    @DefaultValue("1d") Duration everything,
    @DefaultValue("1000") int together) {}
