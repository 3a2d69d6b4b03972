package dev.gangway.onboarding;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gangway.base.Message;
import dev.gangway.onboarding.website.StyleProposal;
import dev.gangway.onboarding.website.WebsiteMeasurement;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading of a person's website stands.
 *
 * @param url the address that is read
 * @param progress 0 to 100
 * @param stage what is being done; only while in progress
 * @param error why it failed; only when failed
 * @param result what was found; only when completed
 */
public record WebsiteAnalysis(
        String url,
        Status status,
        int progress,
        @Nullable Message stage,
        @Nullable Message error,
        @Nullable Result result,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How it stands. */
    public enum Status {
        IN_PROGRESS,
        COMPLETED,
        FAILED;

        /** The word in tables and the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was found.
     *
     * @param measurement the page's text in figures
     * @param proposal what the figures suggest, each with its reason
     */
    public record Result(WebsiteMeasurement measurement, StyleProposal proposal) {}
}
