package dev.gangway.base.web;

import dev.gangway.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers for 24 hours under the account and the key they were asked with, in the transaction of the effect: there
 * is no moment in which the effect is stored and its answer is not.
 */
@Repository
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionOperations transaction;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, JsonMapper json, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    TransactionOperations transaction() {
        return transaction;
    }

    /** Claims the key until the transaction ends; false where another request holds it, which is then still running. */
    boolean claim(Key key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:user || ' ' || encode(:key, 'hex'), 0))")
                .param("user", key.account())
                .param("key", key.hash())
                .query(Boolean.class)
                .single();
    }

    /** The answer that is kept under a claimed key. */
    Optional<Kept> find(Key key) {
        return jdbc.sql("""
                        select request_hash, status, headers, body from idempotency_keys
                        where user_id = :user and key_hash = :key and expires_at > :now
                        """)
                .param("user", key.account())
                .param("key", key.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Kept(
                        row.getBytes("request_hash"),
                        row.getInt("status"),
                        json.readValue(row.getString("headers"), HEADERS),
                        row.getBytes("body")))
                .optional();
    }

    void keep(Key key, Kept answer) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into idempotency_keys
                            (user_id, key_hash, request_hash, status, headers, body, created_at, expires_at)
                        values (:user, :key, :request, :status, cast(:headers as jsonb), :body, :now, :expires)
                        on conflict (user_id, key_hash) do update
                        set request_hash = excluded.request_hash, status = excluded.status, headers = excluded.headers,
                            body = excluded.body, created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .param("user", key.account())
                .param("key", key.hash())
                .param("request", answer.request())
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Drops what is no longer kept. */
    public int forget() {
        return jdbc.sql("delete from idempotency_keys where expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A key as it is stored: as its hash. The plain key, known to the caller only, keys the hash of the request. */
    record Key(String account, String plain) {

        byte[] hash() {
            return Sha256.of(plain);
        }

        byte[] hashOf(String line, byte[] body) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(plain.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                mac.update(line.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
                return mac.doFinal(body);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Kept(byte[] request, int status, Map<String, String> headers, byte[] body) {}
}
