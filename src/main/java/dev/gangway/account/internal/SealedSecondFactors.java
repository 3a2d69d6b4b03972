package dev.gangway.account.internal;

import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.SealedRows;
import dev.gangway.base.secret.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the secrets of second factors anew after a rotation of the encryption keys. */
@Component
class SealedSecondFactors implements SealedRows {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final SecondFactorSecrets factors;
    private final Transactions transactions;

    SealedSecondFactors(JdbcClient jdbc, Secrets secrets, SecondFactorSecrets factors, Transactions transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.factors = factors;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "second factors";
    }

    @Override
    public long outdated() {
        return jdbc.sql("select count(*) from second_factors where encryption_key_id <> :active")
                .param("active", secrets.activeKeyId())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Override
    public Batch reseal(@Nullable String after, int limit) {
        return transactions.inOne(() -> Batch.of(
                outdated(secrets.activeKeyId(), after == null ? "" : after, limit),
                limit,
                row -> write(row.user(), factors.seal(factors.open(row.sealed(), row.user()), row.user())),
                row -> "account %s (data key %d)"
                        .formatted(row.user().value(), row.sealed().keyId()),
                row -> row.user().value()));
    }

    private List<Row> outdated(long active, String after, int limit) {
        return jdbc.sql("""
                        select user_id, ciphertext, encryption_key_id from second_factors
                        where encryption_key_id <> :active and user_id > :after
                        order by user_id limit :limit for update
                        """)
                .param("active", active)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        new UserId(row.getString("user_id")),
                        new Sealed(row.getBytes("ciphertext"), row.getLong("encryption_key_id"))))
                .list();
    }

    private void write(UserId user, Sealed anew) {
        jdbc.sql("""
                        update second_factors set ciphertext = :ciphertext, encryption_key_id = :key
                        where user_id = :user
                        """)
                .param("ciphertext", anew.ciphertext())
                .param("key", anew.keyId())
                .param("user", user.value())
                .update();
    }

    private record Row(UserId user, Sealed sealed) {}
}
