package dev.gangway.login.internal;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How login sessions are kept, {@code gangway.login.*}.
 *
 * @param keepEnded how long ended and expired ones stay in the table, 1 day to 10 years
 */
@Validated
@ConfigurationProperties("gangway.login")
record LoginProperties(
        @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 3650)
        Duration keepEnded) {}
