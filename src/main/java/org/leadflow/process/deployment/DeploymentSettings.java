package org.leadflow.process.deployment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the diagrams and forms come from.
 *
 * @param location a folder as Spring writes it: {@code classpath:processes/} for the copy inside
 *     the product, {@code file:/etc/leadflow/processes/} for a directory
 */
@ConfigurationProperties("leadflow.processes")
record DeploymentSettings(@DefaultValue("classpath:processes/") String location) {}
