package dev.gangway.onboarding.proposal;

import dev.gangway.base.Message;
import java.util.List;
import java.util.Locale;

/**
 * The platforms and their own rules. Character limits of LinkedIn, Facebook, X and Instagram are those of the platforms
 * for a post of a free account; Blog, Medium and Substack have none, so theirs keep a text within a quarter of an hour
 * of reading or, for Substack, within the 102 kB at which Gmail cuts a message. Hashtags are the most that the platform
 * accepts or recommends; Medium calls them topics and takes five.
 */
enum Platform {
    LINKEDIN(3000, 5, Emoji.SPARING, List.of()),
    FACEBOOK(63_206, 3, Emoji.SPARING, List.of()),
    X(280, 2, Emoji.SPARING, List.of("Social Media", "News")),
    BLOG(20_000, 0, Emoji.NONE, List.of()),
    INSTAGRAM(2200, 5, Emoji.FREE, List.of("Social Media")),
    MEDIUM(20_000, 5, Emoji.NONE, List.of("Technical Articles", "Academic Papers")),
    SUBSTACK(100_000, 0, Emoji.NONE, List.of("News"));

    /** How many emoji fit. */
    enum Emoji {
        NONE,
        SPARING,
        FREE;

        Message label() {
            return Message.of("persona.emoji." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final int characterLimit;
    private final int hashtags;
    private final Emoji emoji;

    @SuppressWarnings("ImmutableEnumChecker") // only ever Map.of and List.of
    private final List<String> contentTypes;

    Platform(int characterLimit, int hashtags, Emoji emoji, List<String> contentTypes) {
        this.characterLimit = characterLimit;
        this.hashtags = hashtags;
        this.emoji = emoji;
        this.contentTypes = contentTypes;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    int characterLimit() {
        return characterLimit;
    }

    int hashtags() {
        return hashtags;
    }

    /** A formal brand uses one degree less than the platform would bear. */
    Emoji emoji(boolean formal) {
        return formal && emoji == Emoji.FREE ? Emoji.SPARING : formal ? Emoji.NONE : emoji;
    }

    Message callToAction() {
        return Message.of("persona.call." + id());
    }

    /** LinkedIn and Blog come first for everyone, the others with the content they suit. */
    boolean isProposedFor(List<String> chosenContentTypes) {
        return this == LINKEDIN || this == BLOG || contentTypes.stream().anyMatch(chosenContentTypes::contains);
    }
}
