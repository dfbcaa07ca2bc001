package org.leadflow.routing;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of routing.
 *
 * @param waits how often in a row a lead may wait for somebody to be available
 * @param longestWait for how long at a time; a team that has nobody sooner does not wait
 * @param lookAgain after what time a waiting lead looks again when nobody knows when somebody is
 *     available
 * @param poolsInARow how many pools are asked for one lead, each sending it on to the next
 * @param creditFor for which reasons a disqualified lead was none, so that whoever had the turn
 *     gets it back; codes of the status reason, Unsolicited unless set
 * @param hops how many owners a lead may have had by rules before a person decides
 * @param moves how many owners rules may give it within a time, so that no two rules send it to and
 *     fro
 * @param movesWithin that time
 */
@ConfigurationProperties("leadflow.routing")
record RoutingSettings(
    @DefaultValue("10") int waits,
    @DefaultValue("4d") Duration longestWait,
    @DefaultValue("30m") Duration lookAgain,
    @DefaultValue("5") int poolsInARow,
    @DefaultValue("20") int hops,
    @DefaultValue("6") int moves,
    @DefaultValue("7d") Duration movesWithin,
    @DefaultValue("100000000") List<Integer> creditFor) {}
