package dev.gangway.reconcile;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Reconciling, {@code gangway.reconcile.*}.
 *
 * @param keepApplies how long an apply can be looked at and undone; at least an hour
 */
@Validated
@ConfigurationProperties("gangway.reconcile")
public record ReconcileProperties(
        @DefaultValue("30d") @DurationMin(hours = 1) Duration keepApplies) {}
