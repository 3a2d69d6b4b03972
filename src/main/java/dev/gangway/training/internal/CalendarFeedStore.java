package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.instant;
import static dev.gangway.training.internal.Columns.utc;

import dev.gangway.base.UserId;
import dev.gangway.training.CalendarFeed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calendar feeds, found by the hash of their token. */
@Repository
public class CalendarFeedStore {

    private final JdbcClient jdbc;

    CalendarFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A feed that somebody has the address of, of an account that is enabled.
     *
     * @param language what the account chose, else what the feed was made in, as a BCP 47 tag
     */
    public record Found(UserId person, String language) {}

    /** The person's feed. */
    public Optional<CalendarFeed> find(UserId person) {
        return jdbc.sql("select created_at, last_fetched_at from calendar_feeds where user_id = :user")
                .param("user", person.value())
                .query((row, number) -> new CalendarFeed(instant(row, "created_at"), fetchedAt(row)))
                .optional();
    }

    /** The feed whose token has this hash, where its account may use it. */
    public Optional<Found> find(byte[] tokenHash) {
        return jdbc.sql("""
                        select f.user_id, coalesce(a.language, f.language) as language
                        from calendar_feeds f join accounts a on a.id = f.user_id
                        where f.token_hash = :hash and a.enabled
                        """)
                .param("hash", tokenHash)
                .query((row, number) -> new Found(new UserId(row.getString("user_id")), row.getString("language")))
                .optional();
    }

    /** Stores a feed in place of the one that the person had. */
    public void replace(UserId person, byte[] tokenHash, String language, Instant now) {
        jdbc.sql("""
                        insert into calendar_feeds (user_id, token_hash, language, created_at, changed_at)
                        values (:user, :hash, :language, :now, :now)
                        on conflict (user_id) do update
                        set token_hash = excluded.token_hash, language = excluded.language, created_at = excluded.created_at,
                            last_fetched_at = null, digest = null, changed_at = excluded.changed_at
                        """)
                .param("user", person.value())
                .param("hash", tokenHash)
                .param("language", language)
                .param("now", utc(now))
                .update();
    }

    /** Deletes the person's feed; false where there was none. */
    public boolean delete(UserId person) {
        return jdbc.sql("delete from calendar_feeds where user_id = :user")
                        .param("user", person.value())
                        .update()
                > 0;
    }

    /**
     * Notes that the calendar was fetched, at most once a minute while it stays the same, and answers since when it is what it
     * is. What vanished from it left no time behind, so this is the time at which the change was first seen.
     */
    public Instant fetched(Found feed, byte[] digest, Instant now) {
        jdbc.sql("""
                        update calendar_feeds
                        set last_fetched_at = :now, digest = :digest,
                            changed_at = case when digest = :digest then changed_at else :now end
                        where user_id = :user
                          and (digest is distinct from :digest or last_fetched_at < :now - interval '1 minute')
                        """)
                .param("user", feed.person().value())
                .param("digest", digest)
                .param("now", utc(now))
                .update();
        return jdbc.sql("select changed_at from calendar_feeds where user_id = :user")
                .param("user", feed.person().value())
                .query((row, number) -> instant(row, "changed_at"))
                .optional()
                .orElse(now); // revoked meanwhile
    }

    private static @Nullable Instant fetchedAt(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("last_fetched_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
