package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.secret.Sealed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Second factors and their recovery codes; no code lets in twice, also where it comes twice at once. */
@Repository
public class SecondFactorStore {

    private final JdbcClient jdbc;

    SecondFactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the secret of one that is being set up, in place of any other that is; false where one is on already. */
    public boolean begin(UserId user, Sealed secret, Instant now) {
        return jdbc.sql("""
                        insert into second_factors (user_id, ciphertext, encryption_key_id, created_at)
                        values (:user, :ciphertext, :key, :now)
                        on conflict (user_id) do update
                        set ciphertext = excluded.ciphertext, encryption_key_id = excluded.encryption_key_id,
                            created_at = excluded.created_at, last_step = 0
                        where second_factors.confirmed_at is null
                        """)
                        .param("user", user.value())
                        .param("ciphertext", secret.ciphertext())
                        .param("key", secret.keyId())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** The account's, with its sealed secret. */
    public Optional<Row> find(UserId user) {
        return jdbc.sql("""
                        select f.ciphertext, f.encryption_key_id, f.confirmed_at,
                               (select count(*) from recovery_codes c where c.user_id = f.user_id and c.used_at is null) as codes
                        from second_factors f where f.user_id = :user
                        """)
                .param("user", user.value())
                .query((row, number) -> {
                    OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
                    return new Row(
                            new Sealed(row.getBytes("ciphertext"), row.getLong("encryption_key_id")),
                            confirmed == null ? null : confirmed.toInstant(),
                            row.getInt("codes"));
                })
                .optional();
    }

    /** Whether the account logs in with a password and has no second factor that is on. */
    public boolean isMissing(UserId user) {
        return jdbc.sql("""
                        select a.password_hash is not null
                               and not exists (select from second_factors f
                                               where f.user_id = a.id and f.confirmed_at is not null)
                        from accounts a where a.id = :user
                        """)
                .param("user", user.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Uses a time step up, and every earlier one with it; false where it was used up already. */
    public boolean use(UserId user, long step) {
        return jdbc.sql("update second_factors set last_step = :step where user_id = :user and last_step < :step")
                        .param("user", user.value())
                        .param("step", step)
                        .update()
                > 0;
    }

    /** Turns on what was set up; false where there is nothing to, or it is on already. */
    public boolean confirm(UserId user, Instant now) {
        return jdbc.sql("update second_factors set confirmed_at = :now where user_id = :user and confirmed_at is null")
                        .param("user", user.value())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** Whether the account's is on; held until the end of the transaction. */
    public boolean hold(UserId user) {
        return jdbc.sql("select confirmed_at is not null from second_factors where user_id = :user for no key update")
                .param("user", user.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Replaces all recovery codes, by their hashes; whoever does it holds the second factor, so that no others are added beside. */
    public void replaceCodes(UserId user, List<byte[]> hashes) {
        jdbc.sql("delete from recovery_codes where user_id = :user")
                .param("user", user.value())
                .update();
        jdbc.sql("insert into recovery_codes (user_id, code_hash) select :user, hash from unnest(:hashes) hash")
                .param("user", user.value())
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
    }

    /** Uses a recovery code up; false where there is none of the hash that is good. */
    public boolean useCode(UserId user, byte[] hash, Instant now) {
        return jdbc.sql("""
                        update recovery_codes set used_at = :now
                        where user_id = :user and code_hash = :hash and used_at is null
                        """)
                        .param("user", user.value())
                        .param("hash", hash)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** Takes the account's away, with its recovery codes; false where there is none. */
    public boolean delete(UserId user) {
        return jdbc.sql("delete from second_factors where user_id = :user")
                        .param("user", user.value())
                        .update()
                > 0;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /**
     * A stored one.
     *
     * @param secret sealed
     * @param confirmedAt since when it is on; null: it is being set up
     * @param recoveryCodes how many are left
     */
    public record Row(Sealed secret, @Nullable Instant confirmedAt, int recoveryCodes) {}
}
