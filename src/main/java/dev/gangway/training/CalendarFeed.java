package dev.gangway.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person may know about their calendar's address once it is made; the address itself is not stored.
 *
 * @param createdAt when the address was made
 * @param lastFetchedAt when a calendar last asked for it, to a minute; null: never
 */
public record CalendarFeed(Instant createdAt, @Nullable Instant lastFetchedAt) {}
