package dev.gangway.onboarding.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The onboarding is completed now. */
record Completed(boolean success, @Nullable Instant completedAt, String message) {}
