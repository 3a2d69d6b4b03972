package dev.gangway.base.secret.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code encryption_keys}. */
@Repository
class WrappedKeys {

    private static final RowMapper<WrappedKey> ROW = (row, number) ->
            new WrappedKey(row.getLong("id"), row.getBytes("wrapped_key"), row.getString("wrapped_by"));

    private final JdbcClient jdbc;

    WrappedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes others that change keys wait until this transaction ends. */
    void lock() {
        jdbc.sql("lock table encryption_keys in share row exclusive mode").update();
    }

    Optional<WrappedKey> active() {
        return jdbc.sql("select id, wrapped_key, wrapped_by from encryption_keys where active")
                .query(ROW)
                .optional();
    }

    Optional<WrappedKey> find(long id) {
        return jdbc.sql("select id, wrapped_key, wrapped_by from encryption_keys where id = ?")
                .param(id)
                .query(ROW)
                .optional();
    }

    List<WrappedKey> notWrappedBy(String kek) {
        return jdbc.sql("select id, wrapped_key, wrapped_by from encryption_keys where wrapped_by <> ? order by id")
                .param(kek)
                .query(ROW)
                .list();
    }

    /** Every id that some data key is wrapped by. */
    List<String> wrappers() {
        return jdbc.sql("select distinct wrapped_by from encryption_keys order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    long insertActive(byte[] wrapped, String kek, Instant at) {
        jdbc.sql("update encryption_keys set active = false where active").update();
        return jdbc.sql("""
                        insert into encryption_keys (wrapped_key, wrapped_by, active, created_at)
                        values (?, ?, true, ?) returning id""")
                .params(wrapped, kek, at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void rewrap(long id, byte[] wrapped, String kek, Instant at) {
        jdbc.sql("update encryption_keys set wrapped_key = ?, wrapped_by = ?, rewrapped_at = ? where id = ?")
                .params(wrapped, kek, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }
}
