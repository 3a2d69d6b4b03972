package dev.gangway.base.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the API, {@code gangway.api.*}.
 *
 * @param requestsPerSecond how many requests an account may make each second, and an address likewise; 1 to 1,000,000
 */
@Validated
@ConfigurationProperties("gangway.api")
record ApiProperties(
        @DefaultValue("1000") @Min(1) @Max(1_000_000) int requestsPerSecond) {}
