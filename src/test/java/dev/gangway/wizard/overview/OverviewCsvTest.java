package dev.gangway.wizard.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.Wizard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@GangwayTest
class OverviewCsvTest {

    @Autowired
    private OverviewCsv csv;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    @Autowired
    private TestAccounts users;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Transactions transactions;

    private final List<Wizard> filled = new ArrayList<>();

    @Test
    void theFilteredRowsComeInTheirOrderAndWhatWouldBeAFormulaIsNone() throws IOException {
        String mark = "m" + ids.next().toString().substring(24);
        UserId admin = made(mark + "-boss", Role.ADMIN);
        stepData.walkTo(made("=" + mark + ",\"1", Role.USER), OnboardingStep.RESEARCH);
        stepData.walkTo(made(mark + "-é", Role.USER), OnboardingStep.WEBSITE);
        projector.catchUp();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        csv.write(
                admin,
                new OverviewQuery(
                        OverviewFilter.NONE.withText(mark),
                        new OverviewSort(OverviewColumn.PROGRESS, Direction.DESCENDING)),
                out);

        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords();
        assertThat(records).extracting(each -> each.get("account")).containsExactly("'=" + mark + ",\"1", mark + "-é");
        assertThat(records.getFirst().get("progress")).isEqualTo("33.33");
        assertThat(records.getFirst().get("completed_at")).isEmpty();
        assertThat(trail.page(AuditFilter.of("wizard_sessions.exported"), null, 5))
                .extracting(AuditEntry::actor)
                .anyMatch(actor -> actor != null && actor.id().equals(admin.value()));
    }

    /** What is read between two pieces of the output is what is held: the database itself counts it. */
    @Test
    void rowsComeWhileTheyAreReadAndAFewAtATime() {
        Wizard wizard = manyWizardSessions(6_000);
        OverviewQuery query = new OverviewQuery(
                OverviewFilter.NONE.withWizards(Set.of(wizard.id())),
                new OverviewSort(OverviewColumn.STARTED, Direction.ASCENDING));
        Watched out = new Watched();
        jdbc.sql("analyze wizard_session_overview").update();

        transactions.inOne(() -> {
            // What a table is too small for here is not what millions of rows would do.
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            out.begin();
            csv.write(users.user(), query, out);
            return true;
        });

        assertThat(out.lines).isEqualTo(6_001);
        assertThat(out.read).isGreaterThanOrEqualTo(6_000);
        // Which index is read, and how far, is for the plan to say; that all is read before the first row comes is not.
        assertThat(out.mostReadAtOnce).isLessThan(out.read / 2);
    }

    /** Other work is ended after half a minute; ten million rows over a slow line take hours. */
    @Test
    void anExportMayTakeLongerThanOtherWork() {
        Wizard wizard = manyWizardSessions(200);
        Watched out = new Watched();

        csv.write(
                users.user(),
                new OverviewQuery(OverviewFilter.NONE.withWizards(Set.of(wizard.id())), OverviewSort.NEWEST),
                out);

        assertThat(out.lines).isEqualTo(201);
        assertThat(out.secondsLeft).isGreaterThan(Duration.ofHours(20).toSeconds());
    }

    @Test
    void anExportThatBreaksOffDoesNotEndAsIfItWereWhole() {
        Wizard wizard = manyWizardSessions(200);
        OverviewQuery query =
                new OverviewQuery(OverviewFilter.NONE.withWizards(Set.of(wizard.id())), OverviewSort.NEWEST);
        Watched out = new Watched();
        out.breaksAfter = 1;

        assertThatThrownBy(() -> csv.write(users.user(), query, out)).isInstanceOf(IllegalStateException.class);

        assertThat(out.isClosed).isFalse();
    }

    @Test
    void oneMoreThanLeavesConnectionsToEveryoneElseIsRefusedUntilOneIsDone() throws Exception {
        UserId admin = made("boss-" + ids.next(), Role.ADMIN);
        OverviewQuery query = new OverviewQuery(OverviewFilter.NONE.withText("nobody"), OverviewSort.NEWEST);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (var _ = new SlowDownloads(csv, admin)) {
            assertThat(csv.write(admin, query, out)).isFalse();
            assertThat(out.size()).isZero();
        }

        assertThat(csv.write(admin, query, out)).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("id,account,");
    }

    @Test
    void anExportThatBreaksOffGivesItsPlaceBack() {
        UserId admin = users.user();
        OverviewQuery query = new OverviewQuery(OverviewFilter.NONE.withText("nobody"), OverviewSort.NEWEST);

        for (int i = 0; i <= OverviewCsv.MOST_AT_ONCE; i++) {
            Watched out = new Watched();
            out.breaksAfter = 0;
            assertThatThrownBy(() -> csv.write(admin, query, out)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+1,'''+1'", "-1,'''-1'", "@x,'''@x'", "a=1,a=1", "'',''"})
    void onlyWhatBeginsLikeAFormulaGetsAnApostrophe(String text, String harmless) {
        assertThat(OverviewCsv.harmless(text)).isEqualTo(harmless);
    }

    private Wizard manyWizardSessions(int many) {
        Wizard wizard = playable.laptop();
        filled.add(wizard);
        jdbc.sql("""
                        insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status, current_step,
                            progress_percentage, steps, version, started_at, last_activity_at, updated_at)
                        select uuidv7(), :user, :wizard, 1, 'Laptop ' || i, 'in_progress', 'model', 0, '{}', 0, now(), now(), now()
                        from generate_series(1, :many) i
                        """)
                .param("user", users.user().value())
                .param("wizard", wizard.id())
                .param("many", many)
                .update();
        projector.catchUp();
        return wizard;
    }

    /** Others look at all wizard sessions there are, and would take long over these. */
    @AfterEach
    void nothingIsLeft() {
        filled.forEach(wizard -> jdbc.sql("delete from wizard_sessions where wizard_id = :wizard")
                .param("wizard", wizard.id())
                .update());
        projector.catchUp();
    }

    /** Counts what arrives, and at each piece what was read of the projection for it, by the same transaction. */
    private class Watched extends OutputStream {

        private int pieces;
        private int breaksAfter = Integer.MAX_VALUE;
        private long lines;
        private long readEarlier;
        private long read;
        private long mostReadAtOnce;
        private long secondsLeft;
        private boolean isClosed;

        /** The database counts on from what the connection did before, until it finds the time to tell. */
        private void begin() {
            readEarlier = counted();
        }

        private long counted() {
            return jdbc.sql("""
                            select pg_stat_get_xact_tuples_returned('wizard_session_overview'::regclass)
                                   + sum(pg_stat_get_xact_tuples_returned(indexrelid))
                            from pg_index where indrelid = 'wizard_session_overview'::regclass
                            """).query(Long.class).single();
        }

        @Override
        public void write(int piece) {
            write(new byte[] {(byte) piece}, 0, 1);
        }

        @Override
        public void write(byte[] piece, int from, int length) {
            if (++pieces > breaksAfter) {
                throw new IllegalStateException("The database went away");
            }
            for (int i = from; i < from + length; i++) {
                lines += piece[i] == '\n' ? 1 : 0;
            }
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                secondsLeft = TransactionSynchronizationManager.getResourceMap().values().stream()
                        .filter(ConnectionHolder.class::isInstance)
                        .mapToLong(held -> ((ConnectionHolder) held).getTimeToLiveInSeconds())
                        .sum();
                long before = read;
                read = counted() - readEarlier;
                mostReadAtOnce = Math.max(mostReadAtOnce, read - before);
            }
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private UserId made(String name, Role role) {
        return ((AccountOutcome.Saved) accounts.create(NewAccount.named(name, role)))
                .account()
                .id();
    }
}
