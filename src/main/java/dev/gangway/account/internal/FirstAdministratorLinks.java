package dev.gangway.account.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one link that may make the first administrator, by the hash of its token. */
@Repository
public class FirstAdministratorLinks {

    private final JdbcClient jdbc;

    FirstAdministratorLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a new one in place of any other, unless that one was stored within the given time.
     *
     * @return false where the other one stays, which a replica that starts at the same moment has printed
     */
    public boolean replace(byte[] hash, Instant now, Duration validity, Duration fresh) {
        return jdbc.sql("""
                        insert into first_administrator_links (token_hash, created_at, expires_at)
                        values (:hash, :now, :expires)
                        on conflict (only_one) do update
                        set token_hash = excluded.token_hash, created_at = excluded.created_at,
                            expires_at = excluded.expires_at
                        where first_administrator_links.created_at <= :stale
                        """)
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("expires", now.plus(validity).atOffset(ZoneOffset.UTC))
                        .param("stale", now.minus(fresh).atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Whether the token of the hash is good now. */
    public boolean isGood(byte[] hash, Instant now) {
        return jdbc.sql("select count(*) from first_administrator_links where token_hash = :hash and expires_at > :now")
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes the link away; false where it was gone already, so that of two at once only one gets it. */
    public boolean take(byte[] hash, Instant now) {
        return jdbc.sql("delete from first_administrator_links where token_hash = :hash and expires_at > :now")
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
