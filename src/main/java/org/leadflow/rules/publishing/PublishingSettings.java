package org.leadflow.rules.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the room.
 *
 * @param location of the rules folder: a directory, or a resource location like {@code
 *     classpath:rules/}, the copy inside the program
 * @param watch how often the directory is looked at; a change is taken once two looks in a row see
 *     the same. Zero: never
 * @param follow how often a node asks the database for versions other nodes activated
 * @param longestExamination after how long the examination of one set is given up
 * @param slowestLead how long a set may think about one lead of its cases
 */
@ConfigurationProperties("leadflow.rules")
record PublishingSettings(
    @DefaultValue("classpath:rules/") String location,
    @DefaultValue("2s") Duration watch,
    @DefaultValue("2s") Duration follow,
    @DefaultValue("60s") Duration longestExamination,
    @DefaultValue("200ms") Duration slowestLead) {}
