package dev.gangway.onboarding.proposal;

import dev.gangway.base.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The twelve brand archetypes of Margaret Mark and Carol Pearson ("The Hero and the Outlaw", 2001), each with the brand
 * values and tones that speak for it (1 strongly, 0.5 somewhat) and the tones that suit it.
 */
enum Archetype {
    INNOCENT(
            Map.of("simplicity", 1.0, "transparency", 1.0, "sustainability", 0.5),
            List.of(Tone.FRIENDLY, Tone.INSPIRING)),
    EVERYMAN(
            Map.of("community", 1.0, "simplicity", 0.5, "customer_focus", 0.5, "tradition", 0.5),
            List.of(Tone.FRIENDLY, Tone.CONVERSATIONAL)),
    HERO(Map.of("strength", 1.0, "speed", 1.0, "trust", 0.5), List.of(Tone.CONFIDENT, Tone.INSPIRING)),
    CAREGIVER(
            Map.of("care", 1.0, "customer_focus", 1.0, "trust", 0.5, "sustainability", 1.0),
            List.of(Tone.EMPATHETIC, Tone.FRIENDLY)),
    EXPLORER(Map.of("adventure", 1.0, "freedom", 0.5), List.of(Tone.INSPIRING, Tone.CONVERSATIONAL)),
    OUTLAW(Map.of("freedom", 1.0, "innovation", 0.5), List.of(Tone.CONFIDENT, Tone.PLAYFUL)),
    LOVER(Map.of("passion", 1.0, "quality", 0.5), List.of(Tone.EMPATHETIC, Tone.ENTHUSIASTIC)),
    CREATOR(Map.of("creativity", 1.0, "innovation", 0.5, "quality", 0.5), List.of(Tone.INSPIRING, Tone.ENTHUSIASTIC)),
    JESTER(Map.of("fun", 1.0, "community", 0.5), List.of(Tone.PLAYFUL, Tone.CONVERSATIONAL)),
    SAGE(Map.of("knowledge", 1.0, "transparency", 0.5), List.of(Tone.INFORMATIVE, Tone.AUTHORITATIVE)),
    MAGICIAN(Map.of("innovation", 1.0, "creativity", 0.5), List.of(Tone.INSPIRING, Tone.CONFIDENT)),
    RULER(
            Map.of("leadership", 1.0, "quality", 1.0, "tradition", 0.5, "trust", 0.5),
            List.of(Tone.AUTHORITATIVE, Tone.CONFIDENT));

    @SuppressWarnings("ImmutableEnumChecker") // only ever Map.of and List.of
    private final Map<String, Double> values;

    @SuppressWarnings("ImmutableEnumChecker") // only ever Map.of and List.of
    private final List<Tone> tones;

    Archetype(Map<String, Double> values, List<Tone> tones) {
        this.values = values;
        this.tones = tones;
    }

    /** How strongly a brand value speaks for this archetype, 0 to 1. */
    double affinity(String brandValue) {
        return values.getOrDefault(brandValue, 0.0);
    }

    List<Tone> tones() {
        return tones;
    }

    Message label() {
        return Message.of("persona.archetype." + id());
    }

    Message belief() {
        return Message.of("persona.belief." + id());
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
