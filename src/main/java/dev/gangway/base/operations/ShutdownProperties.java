package dev.gangway.base.operations;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a server ends, {@code gangway.shutdown.*}.
 *
 * @param drain how long it still takes requests after it has begun to say at its readiness that it leaves
 */
@Validated
@ConfigurationProperties("gangway.shutdown")
record ShutdownProperties(
        @DefaultValue("0s") @DurationMin(seconds = 0) @DurationMax(minutes = 1)
        Duration drain) {}
