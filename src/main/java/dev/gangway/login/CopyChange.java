package dev.gangway.login;

import dev.gangway.base.UserId;
import java.util.UUID;

/**
 * A copy that disagrees, or disagreed, with its source.
 *
 * @param loginSession whose copy it is
 * @param userId whose login session it is
 * @param before what the row says, or said
 * @param after what the source says
 */
public record CopyChange(UUID loginSession, UserId userId, OnboardingCopy before, OnboardingCopy after) {}
