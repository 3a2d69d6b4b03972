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
 * @param proofHolds how long after a log-in, or another proof of who they are, people may do what cannot be undone, 1 minute
 *     to 1 day
 */
@Validated
@ConfigurationProperties("gangway.login")
public record LoginProperties(
        @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 3650)
        Duration keepEnded,

        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration proofHolds) {}
