package dev.gangway.login.internal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When people last proved who they are, kept with their login sessions. */
@Repository
public class ProofStore {

    private final JdbcClient jdbc;

    ProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the last proof of the login session came after the moment. */
    public boolean isSince(UUID loginSession, Instant moment) {
        return jdbc.sql("""
                        select exists (select from login_sessions
                                       where id = :id and is_active and coalesce(proved_at, created_at) > :moment)
                        """)
                .param("id", loginSession)
                .param("moment", LoginSessionRows.utc(moment))
                .query(Boolean.class)
                .single();
    }

    /** Notes a proof. */
    public void note(UUID loginSession, Instant moment) {
        jdbc.sql("update login_sessions set proved_at = :moment where id = :id")
                .param("id", loginSession)
                .param("moment", LoginSessionRows.utc(moment))
                .update();
    }
}
