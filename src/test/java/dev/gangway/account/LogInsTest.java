package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.internal.AccountRepository;
import dev.gangway.account.internal.LogInFailures;
import dev.gangway.account.internal.OwnAccountStore;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

@GangwayTest
class LogInsTest {

    private static final String PASSWORD = "quince ladder motet 41";

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private LogIns logIns;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LogInFailures failures;

    @Autowired
    private AccountRepository repository;

    @Autowired
    private Passwords passwords;

    @Autowired
    private SecondFactors secondFactors;

    @Autowired
    private PasswordLogInProperties properties;

    @Autowired
    private OwnAccountStore own;

    @Autowired
    private Clock clock;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private String name = "";
    private String address = "";

    @BeforeEach
    void anAccount() {
        name = "Log-in-" + ids.next();
        address = "address-" + ids.next();
        accounts.create(NewAccount.named(name, Role.USER), PASSWORD);
    }

    @Test
    void nameAndPasswordLetIn() {
        assertThat(logIns.check(name.toUpperCase(java.util.Locale.ROOT), PASSWORD, address))
                .isInstanceOf(LogInOutcome.Accepted.class);
    }

    @Test
    void twentyAttemptsAtOnceGetFiveAnswersBetweenThem() throws Exception {
        List<LogInOutcome> outcomes = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            Callable<LogInOutcome> guess = () -> logIns.check(name, "guess " + ids.next(), address);
            for (Future<LogInOutcome> outcome : people.invokeAll(Collections.nCopies(20, guess))) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(LogInOutcome.Refused.class::isInstance).hasSize(5);
        assertThat(outcomes)
                .filteredOn(LogInOutcome.Throttled.class::isInstance)
                .hasSize(15);
    }

    @Test
    void namesThatDoNotExistAreThrottledAlike() {
        String nobody = "nobody-" + ids.next();
        for (int i = 0; i < 5; i++) {
            assertThat(logIns.check(nobody, PASSWORD, address)).isInstanceOf(LogInOutcome.Refused.class);
        }

        assertThat(logIns.check(nobody, PASSWORD, address)).isInstanceOf(LogInOutcome.Throttled.class);
    }

    @Test
    void theSixthIsThrottledAlsoWhereItComesToAnotherReplica() {
        LogIns otherReplica = new LogIns(
                repository, own, failures, passwords, secondFactors, properties, new LogInMetrics(meters), clock);
        for (LogIns replica : List.of(logIns, otherReplica, logIns, otherReplica, logIns)) {
            assertThat(replica.check(name, "guess", address)).isInstanceOf(LogInOutcome.Refused.class);
        }

        assertThat(otherReplica.check(name, PASSWORD, address)).isInstanceOf(LogInOutcome.Throttled.class);
        assertThat(logIns.check(name, PASSWORD, address)).isInstanceOf(LogInOutcome.Throttled.class);
    }

    @Test
    void unknownNamesAndWrongPasswordsTakeTheSameTime() {
        logIns.check("nobody-" + ids.next(), PASSWORD, address); // the comparison for nobody is made once
        List<Duration> wrong = new ArrayList<>();
        List<Duration> unknown = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            wrong.add(time(name, "not the password 77"));
            unknown.add(time("nobody-" + ids.next(), "not the password 77"));
        }

        // The quickest of each, because other work on the machine only ever makes it slower.
        double ratio = (double) Collections.min(unknown).toNanos()
                / Collections.min(wrong).toNanos();
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    @Test
    void aRightPasswordForgivesWhatWasBefore() {
        for (int i = 0; i < 4; i++) {
            logIns.check(name, "guess", address);
        }
        assertThat(logIns.check(name, PASSWORD, address)).isInstanceOf(LogInOutcome.Accepted.class);
        for (int i = 0; i < 4; i++) {
            logIns.check(name, "guess", address);
        }

        assertThat(logIns.check(name, PASSWORD, address)).isInstanceOf(LogInOutcome.Accepted.class);
    }

    @Test
    void theWindowSlides() {
        Instant start = Instant.parse("2031-05-05T10:00:00Z");
        for (int minute = 0; minute < 5; minute++) {
            assertThat(failures.reserve(name, address, start.plus(Duration.ofMinutes(minute))))
                    .isZero();
        }

        assertThat(failures.reserve(name, address, start.plus(Duration.ofMinutes(10))))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(failures.reserve(name, address, start.plus(Duration.ofMinutes(15))))
                .isZero();
        assertThat(failures.reserve(name, address, start.plus(Duration.ofMinutes(15))))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void anAddressThatTriesManyNamesIsThrottledToo() {
        Instant now = Instant.parse("2031-05-05T10:00:00Z");
        for (int i = 0; i < 50; i++) {
            assertThat(failures.reserve(name + i, address, now)).isZero();
        }

        assertThat(failures.reserve(name, address, now)).isPositive();
    }

    @Test
    void accountsThatCannotLogInAreRefusedInTheSameTime() {
        String without = "without-" + ids.next();
        accounts.create(NewAccount.named(without, Role.USER));
        jdbc.sql("update accounts set enabled = false where username = :name")
                .param("name", name)
                .update();
        logIns.check("nobody-" + ids.next(), PASSWORD, address); // the comparison for nobody is made once

        Duration disabled = time(name);
        Duration noPassword = time(without);
        Duration nobody = time("nobody-" + ids.next());

        assertThat(List.of(disabled, noPassword, nobody))
                .allSatisfy(taken -> assertThat(taken).isGreaterThan(Duration.ofMillis(5)));
    }

    @Test
    void aNameBelongsToOneAccountHoweverItIsWritten() {
        assertThat(accounts.create(NewAccount.named(" " + name.toLowerCase(java.util.Locale.ROOT), Role.USER)))
                .isInstanceOfSatisfying(
                        AccountOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.message().key())
                                .containsExactly("account.username.taken"));
    }

    @Test
    void aPasswordThatWasHashedAtALowerCostIsTheSameOneAfterwards() throws Exception {
        storeCheaply();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            Callable<LogInOutcome> check = () -> logIns.check(name, PASSWORD, address);
            for (Future<LogInOutcome> outcome : people.invokeAll(Collections.nCopies(4, check))) {
                assertThat(outcome.get())
                        .isInstanceOfSatisfying(
                                LogInOutcome.Accepted.class,
                                accepted -> assertThat(accepted.password().isOf(stored()))
                                        .isTrue());
            }
        }

        assertThat(passwords.isOutdated(stored())).isFalse();
    }

    private void storeCheaply() {
        String cheap = new Passwords(new PasswordProperties(DataSize.ofKilobytes(64))).hash(PASSWORD);
        jdbc.sql("update accounts set password_hash = :hash where username = :name")
                .param("hash", cheap)
                .param("name", name)
                .update();
    }

    private String stored() {
        return jdbc.sql("select password_hash from accounts where username = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    @Test
    void onlyAnArgonHashIsStored() {
        assertThat(stored())
                .startsWith("{argon2id}$argon2id$v=19$m=2048,t=2,p=1$")
                .doesNotContain("quince");
    }

    private Duration time(String who) {
        return time(who, PASSWORD);
    }

    private Duration time(String who, String password) {
        long start = System.nanoTime();
        assertThat(logIns.check(who, password, address)).isInstanceOf(LogInOutcome.Refused.class);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void attemptsAreCountedByWhatCameOfThem() {
        double refused = attempts("refused");
        double accepted = attempts("accepted");
        double throttled = attempts("throttled");

        logIns.check(name, PASSWORD, address);
        for (int i = 0; i < 6; i++) {
            logIns.check(name, "not the password 77", address);
        }

        assertThat(attempts("accepted") - accepted).isGreaterThanOrEqualTo(1);
        assertThat(attempts("refused") - refused).isGreaterThanOrEqualTo(5);
        assertThat(attempts("throttled") - throttled).isGreaterThanOrEqualTo(1);
    }

    private double attempts(String outcome) {
        return meters.counter("gangway.log_in.attempts", "outcome", outcome).count();
    }
}
