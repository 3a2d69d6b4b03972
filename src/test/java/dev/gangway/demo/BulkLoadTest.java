package dev.gangway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.account.DemoPeople;
import dev.gangway.base.Ids;
import dev.gangway.demo.internal.DemoHistory;
import dev.gangway.demo.internal.DemoWizards;
import dev.gangway.wizard.WizardSessionLoads;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A load of more than is there takes the tables apart, and puts them together as they were. */
@GangwayTest
class BulkLoadTest {

    private static final int BATCHES = 4;
    private static final int EACH = 25;

    @Autowired
    private WizardSessionLoads loads;

    @Autowired
    private DemoPeople people;

    @Autowired
    private DemoWizards wizards;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    private DemoHistory history;

    @BeforeEach
    void peopleAndWizards() {
        history = new DemoHistory(wizards.published(), people.make(10), ids, clock.instant());
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from accounts where id like 'demo\\_%'").update();
    }

    @Test
    void allIsStoredAndProjectedAndTheTablesAreAsTheyWere() {
        List<String> before = structure();
        AtomicInteger stored = new AtomicInteger();

        loads.all(Long.MAX_VALUE, BATCHES, this::batch, stored::addAndGet);

        assertThat(stored).hasValue(BATCHES * EACH);
        assertThat(count("select count(*) from wizard_sessions where user_id like 'demo\\_%'"))
                .isEqualTo(BATCHES * EACH);
        assertThat(count("""
                        select count(*)
                        from wizard_session_truth t join wizard_session_overview o using (id, version, state, marks, account_name)
                        where t.user_id like 'demo\\_%'
                        """)).isEqualTo(BATCHES * EACH);
        assertThat(count("select mend_wizard_statistics()")).isZero();
        assertThat(structure()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aLoadThatFailsHalfwayLeavesNothing() {
        List<String> before = structure();

        assertThatThrownBy(() -> loads.all(
                        Long.MAX_VALUE,
                        BATCHES,
                        number -> {
                            if (number == BATCHES - 1) {
                                throw new IllegalArgumentException("no more of these");
                            }
                            return batch(number);
                        },
                        count -> {}))
                .hasStackTraceContaining("no more of these");

        assertThat(count("select count(*) from wizard_sessions where user_id like 'demo\\_%'"))
                .isZero();
        assertThat(structure()).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @CsvSource({"accounts, wizard_sessions", "wizard_sessions, accounts"})
    void whoeverReadsWhenALoadBeginsGoesOnAndTheLoadComesAfter(String first, String then) throws Exception {
        try (Connection reader = dataSource.getConnection();
                Statement reads = reader.createStatement();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            reader.setAutoCommit(false);
            reads.execute("select from " + first);
            Future<?> load = thread.submit(() -> loads.all(Long.MAX_VALUE, BATCHES, this::batch, count -> {}));
            await().until(() -> isWaitedFor(first));

            reads.execute("select from " + then);
            reader.commit();
            load.get(1, TimeUnit.MINUTES);
        }

        assertThat(count("select count(*) from wizard_sessions where user_id like 'demo\\_%'"))
                .isEqualTo(BATCHES * EACH);
    }

    private boolean isWaitedFor(String table) {
        return jdbc.sql("""
                        select exists (select from pg_locks
                                       where relation = cast(:table as regclass) and mode = 'AccessExclusiveLock' and not granted)
                        """).param("table", table).query(Boolean.class).single();
    }

    private List<WizardSessionLoads.Loaded> batch(long number) {
        SplittableRandom random = new SplittableRandom(number);
        return Stream.generate(() -> history.next(random)).limit(EACH).toList();
    }

    /** Every index and constraint there is, as the database would write it, but for conditions, which it words anew each time. */
    private List<String> structure() {
        return jdbc.sql("""
                        select regexp_replace(indexdef, ' WHERE .*', ' WHERE …') from pg_indexes where schemaname = current_schema()
                        union all
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
                        from pg_constraint where connamespace = current_schema()::regnamespace
                        order by 1
                        """).query((row, number) -> row.getString(1)).list();
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
