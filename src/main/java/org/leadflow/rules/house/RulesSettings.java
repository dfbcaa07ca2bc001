package org.leadflow.rules.house;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the room.
 *
 * @param location of the rules folder: a directory, or a resource location like {@code
 *     classpath:rules/}, the copy inside the program
 */
@ConfigurationProperties("leadflow.rules")
record RulesSettings(@DefaultValue("classpath:rules/") String location) {}
