package dev.gangway.account;

import java.io.Serializable;
import java.time.Instant;

/**
 * That an account has a second factor.
 *
 * @param since when it was turned on
 * @param recoveryCodes how many one-time recovery codes are left
 */
public record SecondFactor(Instant since, int recoveryCodes) implements Serializable {}
