package org.leadflow.deadline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where deadlines stand.
 *
 * @param table the location of the table; empty for the one beside the diagrams
 * @param lapses how many owners may let a lead lapse before the lead desk has it
 */
@ConfigurationProperties("leadflow.deadlines")
record DeadlineSettings(@DefaultValue("") String table, @DefaultValue("3") int lapses) {}
