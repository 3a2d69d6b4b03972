package dev.gangway.account;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a log-in with a password needs, {@code gangway.login.*}.
 *
 * @param passwords whether people log in with passwords; off where all of them do at an identity provider
 * @param secondFactor who has to have a second factor
 * @param codeHash what codes of second factors are made with that are set up from now on
 * @param passwordLinkHolds how long a link is good by which somebody chooses a password, 5 minutes to 30 days
 */
@Validated
@ConfigurationProperties("gangway.login")
public record PasswordLogInProperties(
        @DefaultValue("on") boolean passwords,
        @DefaultValue("optional") SecondFactorRule secondFactor,
        @DefaultValue("sha1") CodeHash codeHash,

        @DefaultValue("24h") @DurationMin(minutes = 5) @DurationMax(days = 30)
        Duration passwordLinkHolds) {}
