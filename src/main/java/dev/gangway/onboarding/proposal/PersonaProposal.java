package dev.gangway.onboarding.proposal;

import java.util.List;
import java.util.Map;

/**
 * A proposed persona in the shape of step 4, worded in the reader's language.
 *
 * @param platformPersonas for each of the seven platforms, by id
 * @param selectedPlatforms ids of the platforms proposed, LinkedIn and Blog always among them
 * @param qualityMetrics by name
 * @param derivedFrom for each value, by its path ({@code core_persona.identity.archetype}), what it was derived from
 */
public record PersonaProposal(
        CorePersona corePersona,
        Map<String, PlatformPersona> platformPersonas,
        List<String> selectedPlatforms,
        Map<String, QualityMetric> qualityMetrics,
        Map<String, String> derivedFrom) {

    /** Who the brand is, on every platform. */
    public record CorePersona(Identity identity, TonalRange tonalRange) {}

    /**
     * Name and character.
     *
     * @param archetype one of the twelve classic brand archetypes
     */
    public record Identity(String personaName, String archetype, String coreBelief, String brandVoice) {}

    /** How the brand may sound; no tone is both permissible and forbidden. */
    public record TonalRange(String defaultTone, List<String> permissibleTones, List<String> forbiddenTones) {}

    /**
     * The rules of one platform.
     *
     * @param characterLimit longest post, in characters
     * @param hashtags most hashtags in a post
     * @param emoji how they are used
     * @param callToAction what a post asks its readers to do
     */
    public record PlatformPersona(int characterLimit, int hashtags, String emoji, String callToAction) {}

    /**
     * How much a proposal can be relied on in one respect.
     *
     * @param value 0–100
     * @param formula where the value comes from, with its figures
     */
    public record QualityMetric(int value, String formula) {}
}
