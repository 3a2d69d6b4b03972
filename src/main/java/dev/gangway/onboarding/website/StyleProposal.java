package dev.gangway.onboarding.website;

import java.util.List;

/**
 * A writing style proposed from what was measured; a person may change every value.
 *
 * @param tone how the text sounds
 * @param formality how it addresses its readers
 * @param complexity how hard it is to read
 * @param targetAudience whom it seems to be written for
 * @param contentType what kind of page it is
 * @param brandValues the values it speaks of most, at most 5, possibly none
 */
public record StyleProposal(
        Proposed tone,
        Proposed formality,
        Proposed complexity,
        Proposed targetAudience,
        Proposed contentType,
        List<Proposed> brandValues) {

    /** Proposes by fixed rules: the same measurement gives the same proposal. */
    public static StyleProposal from(WebsiteMeasurement page) {
        return new StyleProposal(
                ToneRule.apply(page),
                FormalityRule.apply(page),
                ComplexityRule.apply(page),
                AudienceRule.apply(page),
                ContentTypeRule.apply(page),
                BrandValueRule.apply(page));
    }
}
