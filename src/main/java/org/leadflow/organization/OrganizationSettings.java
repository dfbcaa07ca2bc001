package org.leadflow.organization;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the organisation comes from.
 *
 * @param file resource location such as {@code file:/etc/leadflow/organization.yaml}, imported at a
 *     start at which nobody but administrators exists; empty for none
 */
@ConfigurationProperties("leadflow.organization")
record OrganizationSettings(@DefaultValue("") String file) {}
