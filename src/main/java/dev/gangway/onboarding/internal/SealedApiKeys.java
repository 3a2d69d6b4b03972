package dev.gangway.onboarding.internal;

import dev.gangway.base.Transactions;
import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.SealedRows;
import dev.gangway.base.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the stored API keys anew after a rotation of the encryption keys. */
@Component
class SealedApiKeys implements SealedRows {

    /** Before every row. */
    private static final String BEGINNING = new UUID(0, 0) + " ";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Transactions transactions;

    SealedApiKeys(JdbcClient jdbc, Secrets secrets, Transactions transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "API keys";
    }

    @Override
    public long outdated() {
        return jdbc.sql("select count(*) from api_keys where encryption_key_id <> :active")
                .param("active", secrets.activeKeyId())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Override
    public Batch reseal(@Nullable String after, int limit) {
        return transactions.inOne(() -> {
            List<Row> opened = new ArrayList<>();
            List<Sealed> anew = new ArrayList<>();
            Batch batch = Batch.of(
                    outdated(secrets.activeKeyId(), after == null ? BEGINNING : after, limit),
                    limit,
                    row -> {
                        anew.add(secrets.seal(secrets.open(row.sealed(), row.context()), row.context()));
                        opened.add(row);
                    },
                    Row::words,
                    Row::position);
            write(opened, anew);
            return batch;
        });
    }

    /** In the order of the primary key, so that two that do this at once wait for each other and do not deadlock. */
    private List<Row> outdated(long active, String after, int limit) {
        return jdbc.sql("""
                        select wizard_session_id, provider, user_id, ciphertext, encryption_key_id from api_keys
                        where encryption_key_id <> :active and (wizard_session_id, provider) > (:id, :provider)
                        order by wizard_session_id, provider limit :limit for update
                        """)
                .param("active", active)
                .param("id", UUID.fromString(after.substring(0, after.indexOf(' '))))
                .param("provider", after.substring(after.indexOf(' ') + 1))
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getObject("wizard_session_id", UUID.class),
                        row.getString("provider"),
                        row.getString("user_id"),
                        new Sealed(row.getBytes("ciphertext"), row.getLong("encryption_key_id"))))
                .list();
    }

    private void write(List<Row> rows, List<Sealed> anew) {
        jdbc.sql("""
                        update api_keys k set ciphertext = given.ciphertext, encryption_key_id = given.key_id
                        from unnest(:ids, :providers, :ciphertexts, :keyIds) as given (id, provider, ciphertext, key_id)
                        where k.wizard_session_id = given.id and k.provider = given.provider
                        """)
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("providers", rows.stream().map(Row::provider).toArray(String[]::new))
                .param("ciphertexts", anew.stream().map(Sealed::ciphertext).toArray(byte[][]::new))
                .param("keyIds", anew.stream().map(Sealed::keyId).toArray(Long[]::new))
                .update();
    }

    private record Row(UUID id, String provider, String userId, Sealed sealed) {

        String context() {
            return ApiKeysStep.context(userId, provider);
        }

        String position() {
            return id + " " + provider;
        }

        String words() {
            return "%s of account %s (wizard session %s, data key %d)".formatted(provider, userId, id, sealed.keyId());
        }
    }
}
