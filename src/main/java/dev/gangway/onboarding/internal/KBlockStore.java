package dev.gangway.onboarding.internal;

import dev.gangway.onboarding.KBlock;
import dev.gangway.wizard.WizardSessionId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads knowledge blocks. */
@Repository
public class KBlockStore {

    private final JdbcClient jdbc;

    KBlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The block of a wizard session, if its declaration was made. */
    public Optional<KBlock> find(WizardSessionId id) {
        return jdbc.sql("""
                        select id, layer, title, content, loss, justification, created_at
                        from kblocks where wizard_session_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new KBlock(
                        row.getObject("id", UUID.class),
                        row.getInt("layer"),
                        row.getString("title"),
                        row.getString("content"),
                        row.getBigDecimal("loss"),
                        row.getString("justification"),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }
}
