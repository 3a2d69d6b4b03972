package dev.gangway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestDatabase;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.backup.command.RestoreBackup;
import dev.gangway.backup.command.WriteBackup;
import dev.gangway.backup.internal.RestoreMark;
import dev.gangway.base.Ids;
import dev.gangway.base.command.ToldFailures;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** Backups of the database of all tests, restored into databases beside it. */
@GangwayTest
class BackupTest {

    private static final BackupProgress UNSEEN = (done, total) -> {};

    @Autowired
    private Backups backups;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Flyway migrations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String emptyDatabase = "";
    private Path file = Path.of("");

    @BeforeEach
    void anEmptyDatabaseAndSomeoneOnTheWay() {
        emptyDatabase = "restored_" + ids.next().toString().replace("-", "");
        jdbc.sql("create database " + emptyDatabase).update();
        file = folder.resolve("gangway.backup");
        Account ada =
                ((AccountOutcome.Saved) accounts.create(NewAccount.named("kept-" + ids.next(), Role.USER))).account();
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("drop database " + emptyDatabase + " with (force)").update();
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() throws Exception {
        long lastIds = lastIds(dataSource);
        backups.write(file, UNSEEN);

        BackupReport restored = restoring().restore(file, UNSEEN);

        Path again = folder.resolve("again.backup");
        BackupReport copied = restoring().write(again, UNSEEN);
        assertThat(copied.rows()).isEqualTo(restored.rows()).isGreaterThan(100);
        Map<String, Long> tables = tables(file);
        // Other tests keep tables of their own in this database.
        restored.strange().forEach(strange -> tables.remove("tables/" + strange + ".txt"));
        assertThat(tables).hasSize(restored.tables()).isEqualTo(tables(again));
        assertThat(constraints(empty())).isNotEmpty().isSubsetOf(constraints(dataSource));
        assertThat(disabledTriggers()).isZero();
        assertThat(lastIds(empty())).as("counters go on where they were").isGreaterThanOrEqualTo(lastIds);
    }

    @Test
    void aTableOfSomeoneElseIsLeftOutAndNamed() {
        String table = "beside_" + emptyDatabase;
        jdbc.sql("create table " + table + " as select 1 as one").update();
        try {
            backups.write(file, UNSEEN);
        } finally {
            jdbc.sql("drop table " + table).update();
        }

        assertThat(run(new RestoreBackup(restoring()), file)).isZero();

        assertThat(err.toString()).contains("Left out, because it is no table of Gangway: " + table);
        assertThat(restoring().write(folder.resolve("again.backup"), UNSEEN).rows())
                .isPositive();
    }

    @Test
    void onlyItsOwnerCanReadItAndNoSecretIsOpenInIt() throws IOException {
        backups.write(file, UNSEEN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                assertThat(text(zip, entry)).as(entry.getName()).doesNotContain(StepData.OPENAI_KEY);
            }
        }
    }

    @Test
    void theCommandsTellWhatTheyDid() {
        assertThat(run(new WriteBackup(backups), file)).isZero();
        assertThat(out.toString()).matches("Wrote \\d+ rows of \\d+ tables to .*\\R");
        out.getBuffer().setLength(0);

        assertThat(run(new RestoreBackup(restoring()), file)).isZero();
        assertThat(out.toString()).matches("Restored \\d+ rows of \\d+ tables from .*\\R");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Files.writeString(file, "the only copy");

        assertThat(run(new WriteBackup(backups), file)).isEqualTo(1);

        assertThat(err.toString()).contains("is there already");
        assertThat(file).hasContent("the only copy");
    }

    @Test
    void whereThereAreTablesNothingIsRestored() {
        backups.write(file, UNSEEN);
        long before = count("accounts");

        assertThat(run(new RestoreBackup(backups), file)).isEqualTo(1);

        assertThat(err.toString()).contains("The database is not empty, and nothing in it was changed");
        assertThat(count("accounts")).isEqualTo(before);
    }

    @Test
    void whereSomeoneKeepsAFunctionOrATypeNothingIsRestoredAndNothingIsTakenAway() throws Exception {
        backups.write(file, UNSEEN);
        try (Connection connection = empty().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create type mood as enum ('fair')");
            statement.execute("create function kept() returns int language sql return 1");
        }

        assertRefused("The database is not empty, and nothing in it was changed");

        assertThat(JdbcClient.create(empty())
                        .sql("select kept()")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aRestoreThatWasInterruptedIsBegunAnewByTheNextOne() throws Exception {
        backups.write(file, UNSEEN);
        restoring().restore(file, UNSEEN);
        JdbcClient half = JdbcClient.create(empty());
        half.sql("create table restore_under_way ()").update();
        half.sql("delete from login_sessions").update();

        restoring().restore(file, UNSEEN);

        assertThat(half.sql("select to_regclass('restore_under_way') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void twoRestoresAtOnceAreNotMixed() throws Exception {
        backups.write(file, UNSEEN);
        try (Connection other = empty().getConnection()) {
            new RestoreMark(other).hold();

            assertRefused("Another restore into this database is under way");
        }
    }

    @Test
    void twoBackupsOfOneNameEndWithOneWholeFile() throws Exception {
        List<Object> ended = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Object> write = () -> {
                try {
                    return backups.write(file, UNSEEN);
                } catch (BackupException e) {
                    return e;
                }
            };
            for (Future<Object> each : threads.invokeAll(List.of(write, write))) {
                ended.add(each.get());
            }
        }

        assertThat(ended).hasAtLeastOneElementOfType(BackupReport.class);
        assertThat(ended)
                .filteredOn(BackupException.class::isInstance)
                .allSatisfy(it -> assertThat((BackupException) it).hasMessageContaining("is there already"));
        assertThat(restoring().restore(file, UNSEEN).rows()).isPositive();
        assertThat(folder.toFile().list()).containsExactly("gangway.backup");
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        Files.writeString(file, "PK no zip");
        assertRefused("is not a whole backup");

        Files.delete(file);
        assertRefused("cannot be read");
    }

    @Test
    void aBackupThatWasCutShortIsRefused() throws IOException {
        backups.write(file, UNSEEN);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertRefused("is not a whole backup");
    }

    @Test
    void aBackupThatLacksRowsLeavesTheDatabaseEmpty() throws IOException {
        backups.write(file, UNSEEN);
        Path changed = changed((name, text) -> name.equals("tables/audit_entries.txt") ? "" : text);

        assertThatThrownBy(() -> restoring().restore(changed, UNSEEN))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("rows instead of");
        assertThat(restoring().restore(file, UNSEEN).rows())
                .as("it can be tried again")
                .isPositive();
    }

    @Test
    void aBackupThatLacksATableIsRefused() throws IOException {
        backups.write(file, UNSEEN);
        Path changed = changed((name, text) ->
                name.equals("contents.json") ? text.replace("\"audit_entries\"", "\"something_else\"") : text);

        assertThatThrownBy(() -> restoring().restore(changed, UNSEEN))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("audit_entries is missing");
    }

    @Test
    void rowsThatDoNotBelongTogetherAreRefused() throws IOException {
        backups.write(file, UNSEEN);
        Path changed = changed((name, text) ->
                name.equals("tables/accounts.txt") ? text.replaceAll("(?m)^[0-9a-f]{8}-", "ffffffff-") : text);

        assertThatThrownBy(() -> restoring().restore(changed, UNSEEN))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("violates foreign key constraint");
    }

    @Test
    void aBackupOfANewerVersionIsRefused() throws IOException {
        backups.write(file, UNSEEN);
        Path changed = changed((name, text) -> name.equals("contents.json")
                ? text.replaceFirst("\"schema\":\"[^\"]+\"", "\"schema\":\"9999\"")
                : text);

        assertThatThrownBy(() -> restoring().restore(changed, UNSEEN))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("version 9999");
    }

    private void assertRefused(String why) {
        err.getBuffer().setLength(0);
        assertThat(run(new RestoreBackup(restoring()), file)).isEqualTo(1);
        assertThat(err.toString()).contains(why);
    }

    private int run(Object command, Path argument) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new ToldFailures())
                .execute(argument.toString());
    }

    private Backups restoring() {
        DataSource empty = empty();
        Flyway flyway = Flyway.configure()
                .configuration(migrations.getConfiguration())
                .dataSource(empty)
                .load();
        return new Backups(
                empty,
                new StaticListableBeanFactory(Map.of("flyway", flyway)).getBeanProvider(Flyway.class),
                Clock.systemUTC());
    }

    private DataSource empty() {
        try (var connection = dataSource.getConnection()) {
            PGSimpleDataSource empty = new PGSimpleDataSource();
            String url = connection.getMetaData().getURL();
            empty.setUrl(url.replaceFirst("/[^/?]+(\\?|$)", "/" + emptyDatabase + "$1"));
            empty.setUser("gangway");
            empty.setPassword(
                    Files.readString(TestDatabase.DIRECTORY.resolve("password")).strip());
            return empty;
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The files of the tables, each by the sum of its content. */
    private static Map<String, Long> tables(Path backup) throws IOException {
        Map<String, Long> sums = new HashMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().startsWith("tables/"))
                    .forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
        }
        return sums;
    }

    private Path changed(BiFunction<String, String, String> change) throws IOException {
        Path changed = folder.resolve("changed.backup");
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(entry.getName(), text(from, entry)).getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        return changed;
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> constraints(DataSource database) {
        return JdbcClient.create(database)
                .sql("""
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
                        from pg_constraint where connamespace = 'public'::regnamespace order by 1
                        """)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long disabledTriggers() {
        return JdbcClient.create(empty())
                .sql("select count(*) from pg_trigger where tgenabled = 'D'")
                .query(Long.class)
                .single();
    }

    private static long lastIds(DataSource database) {
        return JdbcClient.create(database)
                .sql("select coalesce(sum(last_value), 0) from pg_sequences where schemaname = 'public'")
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
