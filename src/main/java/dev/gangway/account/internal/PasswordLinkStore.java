package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which people choose a password, by the hash of their secret. */
@Repository
public class PasswordLinkStore {

    private final JdbcClient jdbc;

    PasswordLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores one in place of any other of the account. */
    public void replace(UserId user, byte[] hash, Instant now, Instant expiry) {
        jdbc.sql("""
                        insert into password_links (user_id, token_hash, created_at, expires_at)
                        values (:user, :hash, :now, :expiry)
                        on conflict (user_id) do update
                        set token_hash = excluded.token_hash, created_at = excluded.created_at,
                            expires_at = excluded.expires_at
                        """)
                .param("user", user.value())
                .param("hash", hash)
                .param("now", utc(now))
                .param("expiry", utc(expiry))
                .update();
    }

    /** Whose the link is, where it is good now and its account may log in with a password. */
    public Optional<UserId> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                        select l.user_id from password_links l join accounts a on a.id = l.user_id
                        where l.token_hash = :hash and l.expires_at > :now and a.enabled and a.issuer is null
                        """)
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, number) -> new UserId(row.getString(1)))
                .optional();
    }

    /** Takes it away where it is good now; of two at once only one gets it. */
    public boolean take(byte[] hash, Instant now) {
        return jdbc.sql("delete from password_links where token_hash = :hash and expires_at > :now")
                        .param("hash", hash)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** Ends the account's, where it has one; whoever ends it has changed or holds the account's row. */
    public void end(UserId user) {
        jdbc.sql("delete from password_links where user_id = :user")
                .param("user", user.value())
                .update();
    }

    /** Drops those that are not good any more. */
    public int forget(Instant now) {
        return jdbc.sql("delete from password_links where expires_at <= :now")
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
