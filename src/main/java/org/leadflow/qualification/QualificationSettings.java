package org.leadflow.qualification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of qualification.
 *
 * @param undoWithin how long a conversion can be undone; zero means never
 */
@ConfigurationProperties("leadflow.qualification")
record QualificationSettings(@DefaultValue("24h") Duration undoWithin) {}
