package org.leadflow.intake.csv;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files of leads are taken in.
 *
 * @param maxSize of the file of an ordinary user
 * @param maxRows of the file of an ordinary user
 * @param maxSizeForOperators of the file of an operator or administrator
 * @param maxRowsForOperators of the file of an operator or administrator
 * @param threads how many rows this node takes in at the same time; 0 leaves imports to other nodes
 * @param share of their time in which these threads work, so that there is room for others
 * @param chunk how many rows commit together
 * @param waiting beyond so many imported leads without an owner no more rows are taken in
 * @param kept how long an import that ended can be looked at
 */
@ConfigurationProperties("leadflow.imports")
public record ImportSettings(
    @DefaultValue("50MB") DataSize maxSize,
    @DefaultValue("200000") long maxRows,
    @DefaultValue("1GB") DataSize maxSizeForOperators,
    @DefaultValue("5000000") long maxRowsForOperators,
    @DefaultValue("1") int threads,
    @DefaultValue("0.8") double share,
    int chunk,
    @DefaultValue("500") int waiting,
    @DefaultValue("30d") Duration kept) {}
