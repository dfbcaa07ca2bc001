package org.leadflow.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many leads are accepted.
 *
 * @param leadsPerSecond of one caller, for as long as he likes
 * @param atOnce of one caller who was silent before
 * @param backlog how many accepted leads may wait for an owner
 */
@ConfigurationProperties("leadflow.intake.admission")
record AdmissionSettings(
    @DefaultValue("1000") long leadsPerSecond,
    @DefaultValue("10000") long atOnce,
    @DefaultValue("20000") long backlog) {}
