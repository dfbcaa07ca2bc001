package org.leadflow.intake.form;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What forms on web sites take.
 *
 * @param perAddress how many submissions of one network address become leads in a minute; more are
 *     held
 * @param perForm how many of one form, in a minute
 * @param refusedBeyond how many of one network address are looked at in a minute; more are refused
 * @param kept how long a submission can be looked at, and one that is held be released
 */
@ConfigurationProperties("leadflow.intake.forms")
record FormSettings(
    @DefaultValue("20") long perAddress,
    @DefaultValue("600") long perForm,
    @DefaultValue("120") long refusedBeyond,
    @DefaultValue("30d") Duration kept) {}
