package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.internal.SecondFactorSecrets;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.secret.KeyRotations;
import dev.gangway.base.security.Role;
import java.time.Clock;
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
class SecondFactorsTest {

    private static final String PASSWORD = "quince ladder motet 41";

    @Autowired
    private SecondFactors factors;

    @Autowired
    private SecondFactorSecrets secrets;

    @Autowired
    private AuthenticatorApp app;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LogIns logIns;

    @Autowired
    private Passwords passwords;

    @Autowired
    private KeyRotations rotations;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Account ada = new Account(new UserId("nobody"), "nobody", null, java.util.Set.of(), true, false);
    private String address = "";

    @BeforeEach
    void anAccount() {
        address = "address-" + ids.next();
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("factor-" + ids.next(), Role.USER), PASSWORD))
                .account();
    }

    @Test
    void itIsOnOnceACodeShowsThatTheAppKnowsTheKey() {
        SecondFactorSetup setup = factors.begin(ada).orElseThrow();

        assertThat(setup.address())
                .startsWith("otpauth://totp/Gangway%3A" + ada.username() + "?secret=" + setup.secret() + "&");
        assertThat(factors.confirm(ada.id(), "000 00")).isEmpty();
        assertThat(factors.find(ada.id())).isEmpty();
        assertThat(logIns.check(ada.username(), PASSWORD, address)).isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(factors.confirm(ada.id(), app.code(setup.secret())))
                .hasValueSatisfying(codes -> assertThat(codes)
                        .hasSize(10)
                        .doesNotHaveDuplicates()
                        .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}")));

        assertThat(factors.find(ada.id()).orElseThrow().recoveryCodes()).isEqualTo(10);
        assertThat(factors.begin(ada)).isEmpty();
    }

    @Test
    void thePasswordAloneLetsNobodyIn() {
        AuthenticatorApp.Known known = app.setUp(ada);

        assertThat(half().userId()).isEqualTo(ada.id());
        assertThat(logIns.check(ada.username(), PASSWORD, "12345", address))
                .isInstanceOf(LogInOutcome.CodeRefused.class);
        assertThat(logIns.check(ada.username(), "not the password 77", app.code(known.key()), address))
                .isInstanceOf(LogInOutcome.Refused.class);
        assertThat(logIns.check(ada.username(), PASSWORD, " " + app.code(known.key()), address))
                .isInstanceOf(LogInOutcome.Accepted.class);
    }

    @Test
    void aCodeIsGoodOnceAlsoWhereItComesTwentyTimesAtOnce() throws Exception {
        AuthenticatorApp.Known known = app.setUp(ada);
        String code = app.code(known.key());
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            Callable<Boolean> attempt = () -> factors.accept(ada.id(), code);
            int good = 0;
            for (Future<Boolean> each : people.invokeAll(Collections.nCopies(20, attempt))) {
                good += each.get() ? 1 : 0;
            }
            assertThat(good).isEqualTo(1);
        }
    }

    @Test
    void aCodeFromBeforeTheLastOneIsWorthNothing() {
        AuthenticatorApp.Known known = app.setUp(ada);
        String earlier = app.code(known.key(), clock.instant().minusSeconds(Totp.STEP_SECONDS));

        assertThat(factors.accept(ada.id(), app.code(known.key()))).isTrue();
        assertThat(factors.accept(ada.id(), earlier)).isFalse();
    }

    @Test
    void aRecoveryCodeLetsInOnceAndHoweverItIsWritten() {
        AuthenticatorApp.Known known = app.setUp(ada);
        String code = known.recoveryCodes().getFirst();
        String typed = code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ');

        assertThat(logIns.check(ada.username(), PASSWORD, typed, address)).isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(logIns.check(ada.username(), PASSWORD, code, address)).isInstanceOf(LogInOutcome.CodeRefused.class);
        assertThat(factors.find(ada.id()).orElseThrow().recoveryCodes()).isEqualTo(9);
    }

    @Test
    void newRecoveryCodesMakeTheEarlierOnesWorthless() {
        AuthenticatorApp.Known known = app.setUp(ada);
        List<String> renewed = factors.renewRecoveryCodes(ada.id()).orElseThrow();

        assertThat(factors.accept(ada.id(), known.recoveryCodes().getFirst())).isFalse();
        assertThat(factors.accept(ada.id(), renewed.getFirst())).isTrue();
    }

    @Test
    void ofTwoRenewalsAtOnceOneMakesTheOthersCodesWorthless() throws Exception {
        app.setUp(ada);
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> renew = () -> factors.renewRecoveryCodes(ada.id()).isPresent();
            for (Future<Boolean> each : people.invokeAll(Collections.nCopies(8, renew))) {
                assertThat(each.get()).isTrue();
            }
        }

        assertThat(factors.find(ada.id()).orElseThrow().recoveryCodes()).isEqualTo(10);
    }

    @Test
    void codesAreThrottledLikePasswordsAndARightPasswordForgivesNothing() {
        AuthenticatorApp.Known known = app.setUp(ada);
        PasswordMark password = half().password(); // counts as well, until everything is right
        for (int i = 0; i < 4; i++) {
            assertThat(logIns.check(ada.username(), PASSWORD, "00000" + i, address))
                    .isInstanceOf(LogInOutcome.CodeRefused.class);
        }

        assertThat(logIns.check(ada.username(), PASSWORD, app.code(known.key()), address))
                .isInstanceOf(LogInOutcome.Throttled.class);
        assertThat(logIns.checkCode(ada.id(), password, app.code(known.key()), address))
                .isInstanceOf(LogInOutcome.Throttled.class);
    }

    @Test
    void aHalfFinishedLogInEndsWithThePasswordThatItBeganWith() {
        AuthenticatorApp.Known known = app.setUp(ada);
        PasswordMark before = half().password();
        accounts.setPassword(ada.id(), passwords.hash("violet anchors drift 88"));

        assertThat(logIns.checkCode(ada.id(), before, app.code(known.key()), address))
                .isInstanceOf(LogInOutcome.Refused.class);
        assertThat(factors.accept(ada.id(), app.code(known.key())))
                .as("the code was not used up")
                .isTrue();
    }

    @Test
    void aHalfFinishedLogInIsNotFinishedWithoutACode() {
        app.setUp(ada);
        PasswordMark password = half().password();
        factors.turnOff(ada.id());

        assertThat(logIns.checkCode(ada.id(), password, "123456", address)).isInstanceOf(LogInOutcome.Refused.class);
        assertThat(logIns.check(ada.username(), PASSWORD, "123456", address))
                .as("where the password comes with it, none is needed")
                .isInstanceOf(LogInOutcome.Accepted.class);
    }

    @Test
    void aPasswordThatIsHashedAnewDoesNotEndAHalfFinishedLogIn() {
        AuthenticatorApp.Known known = app.setUp(ada);
        jdbc.sql("update accounts set password_hash = :hash where id = :id")
                .param("hash", new Passwords(new PasswordProperties(DataSize.ofKilobytes(64))).hash(PASSWORD))
                .param("id", ada.id().value())
                .update();
        PasswordMark password = half().password();
        logIns.prove(ada.id(), PASSWORD, address);

        assertThat(logIns.checkCode(ada.id(), password, app.code(known.key()), address))
                .isInstanceOf(LogInOutcome.Accepted.class);
    }

    private LogInOutcome.CodeNeeded half() {
        return (LogInOutcome.CodeNeeded) logIns.check(ada.username(), PASSWORD, address);
    }

    @Test
    void theKeyIsStoredSealedAndTheCodesHashed() {
        AuthenticatorApp.Known known = app.setUp(ada);
        String stored =
                jdbc.sql("""
                        select encode(f.ciphertext, 'escape') || string_agg(encode(c.code_hash, 'escape'), '')
                        from second_factors f join recovery_codes c on c.user_id = f.user_id
                        where f.user_id = :id group by f.user_id
                        """).param("id", ada.id().value()).query(String.class).single();

        assertThat(stored).doesNotContain(known.key());
        assertThat(known.recoveryCodes()).allSatisfy(code -> assertThat(stored).doesNotContain(code.replace("-", "")));
    }

    @Test
    void aRotationOfTheKeysSealsItAnew() {
        AuthenticatorApp.Known known = app.setUp(ada);

        long active = rotations.rotate(KeyRotations.Progress.SILENT).activeKeyId();

        assertThat(jdbc.sql("select encryption_key_id from second_factors where user_id = :id")
                        .param("id", ada.id().value())
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(active);
        assertThat(factors.accept(ada.id(), app.code(known.key()))).isTrue();
    }

    @Test
    void aKeyKnowsWhatItsCodesAreMadeWith() {
        CodeKey key = secrets.next(CodeHash.SHA256);
        CodeKey opened = secrets.open(secrets.seal(key, ada.id()), ada.id());

        assertThat(opened.hash()).isEqualTo(CodeHash.SHA256);
        assertThat(opened.secret()).isEqualTo(key.secret()).hasSize(32);
    }

    @Test
    void anAdministratorTakesItOffSomebodyWhoLostIt() {
        app.setUp(ada);

        assertThat(factors.takeOff(new UserId("chief"), ada.id())).isTrue();

        assertThat(logIns.check(ada.username(), PASSWORD, address)).isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(trail.page(AuditFilter.of(ada.id()), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("account.second_factor_removed");
        assertThat(factors.takeOff(new UserId("chief"), ada.id())).isFalse();
    }

    @Test
    void itIsTurnedOffByItsOwner() {
        app.setUp(ada);

        assertThat(factors.turnOff(ada.id())).isTrue();

        assertThat(factors.find(ada.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from recovery_codes where user_id = :id")
                        .param("id", ada.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasToHaveOneIsARuleOfTheConfiguration() {
        assertThat(SecondFactorRule.OPTIONAL.holdsFor(java.util.Set.of(Role.ADMIN)))
                .isFalse();
        assertThat(SecondFactorRule.REQUIRED_FOR_ADMINISTRATORS.holdsFor(java.util.Set.of(Role.ADMIN)))
                .isTrue();
        assertThat(SecondFactorRule.REQUIRED_FOR_ADMINISTRATORS.holdsFor(java.util.Set.of(Role.USER)))
                .isFalse();
        assertThat(SecondFactorRule.REQUIRED.holdsFor(java.util.Set.of(Role.USER)))
                .isTrue();
    }
}
