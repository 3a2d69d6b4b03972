package dev.gangway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.secret.KeyRotations;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@GangwayTest
class AuditTrailTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private KeyRotations rotations;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private UserId admin;
    private UserId ada;

    @BeforeEach
    void people() {
        admin = accounts.user();
        ada = accounts.user();
    }

    @Test
    void anEntrySaysWhoDidWhatToWhoseData() {
        record(AuditEvent.by(admin, "test.renamed").about(ada).with("count", 2).personal("was", "Ada L."));

        AuditEntry entry = about(ada).getFirst();

        assertThat(entry.actor()).isEqualTo(new AuditEntry.Person(admin.value(), admin.value()));
        assertThat(entry.user()).isEqualTo(new AuditEntry.Person(ada.value(), ada.value()));
        assertThat(entry.action()).isEqualTo("test.renamed");
        assertThat(detail(entry, "count").asInt()).isEqualTo(2);
        assertThat(Objects.requireNonNull(entry.personal().get("was")).asString())
                .isEqualTo("Ada L.");
        assertThat(about(admin)).containsExactly(entry);
    }

    @Test
    void anEntryIsWrittenWithWhatWasDoneOrNotAtAll() {
        assertThatThrownBy(() -> trail.record(AuditEvent.bySystem("test.done")))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            trail.record(AuditEvent.by(admin, "test.undone"));
            status.setRollbackOnly();
        });

        assertThat(about(admin)).isEmpty();
    }

    @Test
    void anotherKeyForSecretsIsRecorded() {
        long key = rotations.rotate(KeyRotations.Progress.SILENT).activeKeyId();

        AuditEntry entry =
                trail.page(AuditFilter.of("secrets.keys_rotated"), null, 1).getFirst();

        assertThat(entry.actor()).isNull();
        assertThat(detail(entry, "data_key").asLong()).isEqualTo(key);
    }

    @Test
    void pagesGoBackInTime() {
        for (int i = 0; i < 5; i++) {
            record(AuditEvent.by(admin, "test.counted").with("i", i));
        }
        record(AuditEvent.by(admin, "other.done"));
        AuditFilter counted = new AuditFilter(admin, "test.");

        List<AuditEntry> first = trail.page(counted, null, 2);
        List<AuditEntry> second = trail.page(counted, first.getLast().id(), 10);

        assertThat(first).extracting(entry -> detail(entry, "i").asInt()).containsExactly(4, 3);
        assertThat(second).extracting(entry -> detail(entry, "i").asInt()).containsExactly(2, 1, 0);
        assertThat(trail.page(AuditFilter.ALL, null, 1)).hasSize(1);
    }

    @Test
    void entriesAreNeitherChangedNorDeleted() {
        record(AuditEvent.by(admin, "test.done").about(ada).with("kept", true).personal("name", "Ada"));
        UUID id = about(ada).getFirst().id();

        refused("delete from audit_entries where id = :id", id);
        refused("update audit_entries set action = 'test.nothing' where id = :id", id);
        refused("update audit_entries set details = '{}' where id = :id", id);
        refused("update audit_entries set at = at - interval '1 day' where id = :id", id);
        refused("update audit_entries set personal = null where id = :id", id);
        refused("update audit_entries set personal = '{}' where id = :id", id);
        refused("update audit_entries set actor_id = null where id = :id", id);
        refused("update audit_entries set actor_id = 'erased' where id = :id", id);
        refused("update audit_entries set user_id = 'erased', personal = null where id = :id", id);
        assertThatThrownBy(() -> jdbc.sql("truncate audit_entries").update()).isInstanceOf(DataAccessException.class);
        assertThat(about(ada)).hasSize(1);
    }

    @Test
    void thePersonGoesAndTheTrailStays() {
        record(AuditEvent.by(admin, "test.renamed")
                .about(ada)
                .with("kept", true)
                .personal("name", "Ada"));
        record(AuditEvent.by(ada, "test.answered").about(admin).personal("name", "Root"));

        erase(ada);

        List<AuditEntry> entries = about(admin);
        AuditEntry answered = entries.getFirst();
        AuditEntry renamed = entries.getLast();
        AuditEntry.Person nobody = Objects.requireNonNull(renamed.user());
        assertThat(nobody.isErased()).isTrue();
        assertThat(nobody.id()).startsWith("erased-").doesNotContain(ada.value());
        assertThat(renamed.details()).containsKey("kept");
        assertThat(renamed.personal()).isEmpty();
        assertThat(answered.actor()).isEqualTo(nobody);
        assertThat(answered.personal()).containsKey("name");
        assertThat(about(ada)).isEmpty();
    }

    @Test
    void anEntryWrittenWhileItsPersonIsErasedNamesNobody() throws Exception {
        CountDownLatch deleted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var erasure = threads.submit(() -> transaction.executeWithoutResult(status -> {
                erase(ada);
                deleted.countDown();
                await(mayCommit);
            }));
            await(deleted);
            var entry = threads.submit(
                    () -> record(AuditEvent.by(admin, "test.seen").about(ada).personal("name", "Ada")));
            mayCommit.countDown();
            erasure.get();
            entry.get();
        }

        AuditEntry seen = about(admin).getFirst();
        assertThat(seen.user()).isEqualTo(new AuditEntry.Person("erased", null));
        assertThat(seen.personal()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode detail(AuditEntry entry, String name) {
        return Objects.requireNonNull(entry.details().get(name));
    }

    private void record(AuditEvent event) {
        transaction.executeWithoutResult(status -> trail.record(event));
    }

    private List<AuditEntry> about(UserId account) {
        return trail.page(AuditFilter.of(account), null, 10);
    }

    private void erase(UserId account) {
        jdbc.sql("delete from accounts where id = :id")
                .param("id", account.value())
                .update();
    }

    private void refused(String sql, UUID id) {
        assertThatThrownBy(() -> jdbc.sql(sql).param("id", id).update())
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only added to");
    }
}
