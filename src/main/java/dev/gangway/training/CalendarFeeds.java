package dev.gangway.training;

import dev.gangway.base.Sha256;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Tokens;
import dev.gangway.training.internal.CalendarFeedStore;
import dev.gangway.training.internal.CalendarLessonReads;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses at which calendars read the lessons of a person, and what they read there.
 *
 * <p>An address is a token of 256 random bits that is shown once; only its hash is stored. Each person has at most one.
 */
@Service
@Transactional
public class CalendarFeeds {

    /** How far back a calendar reaches; forward it has everything. */
    public static final int DAYS_BACK = 365;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Another one whenever the same lessons are written in another way. */
    private static final String FORM = "1";

    private final CalendarFeedStore feeds;
    private final CalendarLessonReads lessons;
    private final CalendarProperties properties;
    private final Tokens tokens;
    private final Clock clock;

    CalendarFeeds(
            CalendarFeedStore feeds,
            CalendarLessonReads lessons,
            CalendarProperties properties,
            Tokens tokens,
            Clock clock) {
        this.properties = properties;
        this.feeds = feeds;
        this.lessons = lessons;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether there are any here; otherwise none is made, and addresses of before lead nowhere. */
    public boolean areOn() {
        return properties.addresses();
    }

    /** The person's feed, where they have one. */
    @Transactional(readOnly = true)
    public Optional<CalendarFeed> find(UserId person) {
        return feeds.find(person);
    }

    /**
     * Makes an address for the person; the one that they had before is worth nothing from now on.
     *
     * @param language what the calendar is in unless the account chose a language
     */
    public NewCalendarFeed create(UserId person, Locale language) {
        String token = tokens.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // A browser may send a tag of any length; nothing but these two says how a calendar reads.
        String tag = Locale.of(language.getLanguage(), language.getCountry()).toLanguageTag();
        feeds.replace(person, tokens.hash(token), tag, now);
        return new NewCalendarFeed("/calendar/" + token + ".ics", now);
    }

    /** Takes the person's address away; false where there was none. */
    public boolean revoke(UserId person) {
        return feeds.delete(person);
    }

    /**
     * What is at an address; nothing where it was never given, was revoked or replaced, or its account is disabled or erased.
     */
    public Optional<OpenedCalendar> open(String token) {
        return areOn() && TOKEN.matcher(token).matches()
                ? feeds.find(tokens.hash(token)).map(this::open)
                : Optional.empty();
    }

    private OpenedCalendar open(CalendarFeedStore.Found found) {
        Instant now = clock.instant();
        List<CalendarLesson> own =
                lessons.of(found.person(), now.truncatedTo(ChronoUnit.DAYS).minus(DAYS_BACK, ChronoUnit.DAYS));
        byte[] digest = digest(found.language(), own);
        return new OpenedCalendar(
                Locale.forLanguageTag(found.language()),
                own,
                HexFormat.of().formatHex(digest),
                feeds.fetched(found, digest, now));
    }

    private static byte[] digest(String language, List<CalendarLesson> lessons) {
        return Sha256.of(
                lessons.stream().map(lesson -> "\n" + lesson).collect(Collectors.joining("", FORM + language, "")));
    }
}
