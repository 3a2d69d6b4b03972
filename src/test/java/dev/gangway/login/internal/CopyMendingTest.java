package dev.gangway.login.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.Transactions;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.login.SyncScope;
import dev.gangway.login.SyncScope.Reach;
import dev.gangway.login.internal.CopyComparison.Counts;
import dev.gangway.login.internal.CopyMending.Mended;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class CopyMendingTest {

    @Autowired
    private CopyMending mending;

    @Autowired
    private CopyComparison comparison;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private UUID row = UUID.randomUUID();

    @BeforeEach
    void aWrongCopy() {
        Account account =
                ((AccountOutcome.Saved) accounts.create(NewAccount.named("mend-" + ids.next(), Role.USER))).account();
        row = loginSessions
                .begin(account, LoginKind.API, new Origin("127.0.0.1", null))
                .session()
                .id();
        breakCopy(now.minusSeconds(60));
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from accounts a using login_sessions s where s.user_id = a.id and s.id = ?")
                .param(row)
                .update();
    }

    @Test
    void allPagesAreCountedAsACountOfEverythingDoes() {
        Counts counts = comparison.count(SyncScope.LIVE, now);

        Mended mended = transactions.inOne(() -> mending.mend(everything(), Reach.ACTIVE, now));

        assertThat(mended.checked()).isEqualTo(counts.checked());
        assertThat(mended.withoutProgress()).isEqualTo(counts.withoutProgress());
        assertThat(mended.changes())
                .hasSize((int) counts.wrong())
                .anyMatch(change -> change.loginSession().equals(row));
        assertThat(mended.left()).isEmpty();
        assertThat(comparison.count(SyncScope.LIVE, now).wrong()).isZero();
    }

    @Test
    void aRowThatSomeoneHoldsIsLeftAndNobodyWaitsForIt() {
        Mended mended = transactions.inOne(() -> {
            jdbc.sql("select id from login_sessions where id = ? for update")
                    .param(row)
                    .query((held, number) -> held.getString(1))
                    .single();
            return elsewhere(() -> mending.mend(everything(), Reach.ACTIVE, now));
        });

        assertThat(mended.left()).containsExactly(row);
        assertThat(mended.changes()).noneMatch(change -> change.loginSession().equals(row));
    }

    @Test
    void leavingCountsTheSameAndChangesNothing() {
        Counts counts = comparison.count(SyncScope.LIVE, now);

        Mended left = mending.leave(everything(), Reach.ACTIVE, now);

        assertThat(left.checked()).isEqualTo(counts.checked());
        assertThat(left.withoutProgress()).isEqualTo(counts.withoutProgress());
        assertThat(left.left()).hasSize((int) counts.wrong()).contains(row);
        assertThat(comparison.count(SyncScope.LIVE, now)).isEqualTo(counts);
    }

    @Test
    void onlyWhatWasWrittenSinceIsNamedAfterwards() {
        // A job may still write in a transaction that began before the row was broken.
        await().untilAsserted(() -> assertThat(wrongSince(comparison.oldestWriter()))
                .as("written before")
                .doesNotContain(row));
        String since = comparison.oldestWriter();

        breakCopy(now.plusSeconds(1));
        assertThat(wrongSince(since)).as("written since").contains(row);

        breakCopy(now);
        assertThat(wrongSince(since))
                .as("written by the synchronisation itself")
                .doesNotContain(row);
    }

    private List<UUID> wrongSince(String since) {
        List<UUID> wrong = new ArrayList<>();
        comparison.forEachWrongSince(SyncScope.LIVE, now, since, change -> wrong.add(change.loginSession()));
        return wrong;
    }

    private <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> transactions.inOne(work)).join();
    }

    private Pages everything() {
        return new Pages(0, mending.pages());
    }

    private void breakCopy(Instant at) {
        jdbc.sql("""
                        update login_sessions set needs_onboarding = false, onboarding_step = 'completed', updated_at = :at
                        where id = :id
                        """).param("at", LoginSessionRows.utc(at)).param("id", row).update();
    }
}
