package dev.gangway.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a new demonstration has to show.
 *
 * @param demoSessions wizard sessions of people who never were; the default is enough to see where people drop off, and made
 *     within a moment
 */
@Validated
@ConfigurationProperties("gangway")
record DemoSessionsProperties(
        @DefaultValue("600") @Min(0) @Max(100_000) int demoSessions) {}
