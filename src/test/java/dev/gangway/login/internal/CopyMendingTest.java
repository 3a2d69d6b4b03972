package dev.gangway.login.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.login.CopyChange;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.login.SyncScope;
import dev.gangway.login.SyncScope.Reach;
import dev.gangway.login.internal.CopyComparison.Counts;
import dev.gangway.login.internal.CopyComparison.Found;
import dev.gangway.login.internal.CopyComparison.Writers;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
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
    private StepData stepData;

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
                .orElseThrow()
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
    void whatIsFoundIsCountedAsACountDoesAndMendedWhereItLies() {
        Counts counts = comparison.count(SyncScope.LIVE, now);

        Found found = find(SyncScope.LIVE);
        List<UUID> changed = changed(mend(found));

        assertThat(found.counts()).isEqualTo(counts);
        assertThat(found.wrong().stream().mapToInt(WrongCopies::count).sum()).isEqualTo((int) counts.wrong());
        assertThat(changed).hasSize((int) counts.wrong()).contains(row);
        assertThat(comparison.count(SyncScope.LIVE, now).wrong()).isZero();
    }

    @Test
    void manyAreMendedInParts() {
        jdbc.sql("""
                        insert into login_sessions (id, user_id, token_hash, kind, is_active, created_at, updated_at,
                            last_activity, expires_at, ip_address, needs_onboarding, onboarding_completed, onboarding_step)
                        select gen_random_uuid(), s.user_id, sha256(n::text::bytea), s.kind, true, s.created_at, :at,
                            s.last_activity, s.expires_at, s.ip_address, false, true, 'completed'
                        from login_sessions s, generate_series(1, 10000) n
                        where s.id = :id
                        """)
                .param("id", row)
                .param("at", LoginSessionRows.utc(now.minusSeconds(60)))
                .update();
        SyncScope hers = new SyncScope(owner(), Reach.ACTIVE);

        Found found = find(hers);
        List<List<CopyChange>> mended = mend(found);

        assertThat(found.wrong()).extracting(WrongCopies::count).containsExactly(10_000, 1);
        assertThat(mended).extracting(List::size).containsExactly(10_000, 1);
        assertThat(comparison.count(hers, now).wrong()).isZero();
    }

    @Test
    void nobodyWaitsLongForARowThatSomeoneHolds() {
        Found found = find(new SyncScope(owner(), Reach.ACTIVE));

        transactions.inOne(() -> {
            jdbc.sql("select id from login_sessions where id = ? for update")
                    .param(row)
                    .query((held, number) -> held.getString(1))
                    .single();
            assertThatThrownBy(() -> elsewhere(() -> mend(found)))
                    .hasStackTraceContaining("canceling statement due to lock timeout");
            return true;
        });

        assertThat(changed(mend(found))).containsExactly(row);
    }

    @Test
    void aRowThatWasWrittenSinceItWasFoundIsNotTouched() {
        Found found = find(SyncScope.LIVE);
        breakCopy(now.minusSeconds(30));

        List<List<CopyChange>> mended = mend(found);

        assertThat(changed(mended)).doesNotContain(row);
    }

    @Test
    void aRowWhoseSourceWasWrittenSinceIsNamedAfterwards() {
        Writers since = writersAfterTheRow();
        breakCopy(now);

        stepData.walkTo(owner(), OnboardingStep.RESEARCH);
        breakCopy(now);

        assertThat(wrongSince(since)).contains(row);
    }

    @Test
    void onlyWhatWasWrittenSinceIsNamedAfterwards() {
        Writers since = writersAfterTheRow();

        breakCopy(now.plusSeconds(1));
        assertThat(wrongSince(since)).as("written since").contains(row);

        breakCopy(now);
        assertThat(wrongSince(since))
                .as("written by the synchronisation itself")
                .doesNotContain(row);
    }

    @Test
    void whatOthersWroteIsToldFromWhatOneWroteOneself() {
        // Jobs write too, now and then.
        await().untilAsserted(() -> {
            Writers before = comparison.writers();
            assertThat(comparison.hasMoreBeenWritten(before, 0)).isFalse();
            breakCopy(now);
            assertThat(comparison.hasMoreBeenWritten(before, 1)).isFalse();
            assertThat(comparison.hasMoreBeenWritten(before, 0)).isTrue();
        });
    }

    @Test
    void whoWroteBeforeAndCommitsLaterIsNoticed() {
        Writers before = transactions.inOne(() -> {
            breakCopy(now);
            return CompletableFuture.supplyAsync(comparison::writers).join();
        });

        assertThat(comparison.hasMoreBeenWritten(before, 0)).isTrue();
    }

    private Writers writersAfterTheRow() {
        // A job may still write in a transaction that began before the row was broken.
        await().untilAsserted(() -> assertThat(wrongSince(comparison.writers()))
                .as("written before")
                .doesNotContain(row));
        return comparison.writers();
    }

    private List<UUID> wrongSince(Writers since) {
        List<UUID> wrong = new ArrayList<>();
        comparison.forEachWrongSince(SyncScope.LIVE, now, since, change -> wrong.add(change.loginSession()));
        return wrong;
    }

    private <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> transactions.inOne(work)).join();
    }

    private Found find(SyncScope scope) {
        return transactions.inOne(() -> comparison.find(scope, now));
    }

    private List<List<CopyChange>> mend(Found found) {
        return found.wrong().stream()
                .map(some -> transactions.inOne(() -> mending.mend(some, now)))
                .toList();
    }

    private static List<UUID> changed(List<List<CopyChange>> mended) {
        return mended.stream()
                .flatMap(List::stream)
                .map(CopyChange::loginSession)
                .toList();
    }

    private UserId owner() {
        return jdbc.sql("select user_id from login_sessions where id = ?")
                .param(row)
                .query((found, number) -> new UserId(found.getString(1)))
                .single();
    }

    private void breakCopy(Instant at) {
        jdbc.sql("""
                        update login_sessions set needs_onboarding = false, onboarding_step = 'completed', updated_at = :at
                        where id = :id
                        """).param("at", LoginSessionRows.utc(at)).param("id", row).update();
    }
}
