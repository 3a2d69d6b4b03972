package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.HeldRows;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class PasswordLinksTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final String WANTED = "violet anchors drift 88";
    private static final UserId CHIEF = new UserId("chief");

    @Autowired
    private PasswordLinks links;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LogIns logIns;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private AuthenticatorApp app;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private PasswordChanges changes;

    @Autowired
    private SignedOnAccounts signedOn;

    @Autowired
    private HeldRows held;

    @Autowired
    private Clock clock;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Account ada = new Account(CHIEF, "nobody", null, Set.of(), true, false);
    private String address = "";

    @BeforeEach
    void anAccount() {
        address = "address-" + ids.next();
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("linked-" + ids.next(), Role.USER), PASSWORD))
                .account();
    }

    @Test
    void itsOwnerChoosesAPasswordAndIsLoggedOutEverywhere() {
        String login = loginSessions
                .begin(ada, LoginKind.API, new Origin("192.0.2.7", null))
                .orElseThrow()
                .token();
        String token = made();
        assertThat(links.find(token).orElseThrow().username()).isEqualTo(ada.username());
        assertThat(logIns.check(ada.username(), PASSWORD, address))
                .as("until the link is used")
                .isInstanceOf(LogInOutcome.Accepted.class);

        assertThat(links.choose(token, WANTED)).isInstanceOf(AccountOutcome.Saved.class);

        assertThat(logIns.check(ada.username(), PASSWORD, address)).isInstanceOf(LogInOutcome.Refused.class);
        assertThat(logIns.check(ada.username(), WANTED, address)).isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(loginSessions.recognise(login)).isEmpty();
        assertThat(trail.page(AuditFilter.of(ada.id()), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("account.password_chosen", "account.password_link");
    }

    @Test
    void itWorksOnceAlsoWhereItIsUsedTwiceAtOnce() throws Exception {
        String token = made();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            Callable<AccountOutcome> use = () -> links.choose(token, WANTED);
            int good = 0;
            for (Future<AccountOutcome> each : people.invokeAll(Collections.nCopies(4, use))) {
                good += each.get() instanceof AccountOutcome.Saved ? 1 : 0;
            }
            assertThat(good).isEqualTo(1);
        }
    }

    @Test
    void aWeakPasswordLeavesItGood() {
        String token = made();

        assertThat(links.choose(token, "short")).isInstanceOf(AccountOutcome.Invalid.class);
        assertThat(links.choose(token, WANTED)).isInstanceOf(AccountOutcome.Saved.class);
    }

    @Test
    void anExpiredOneAndAMadeUpOneAreWorthNothing() {
        String token = made();
        jdbc.sql("update password_links set expires_at = created_at where user_id = :id")
                .param("id", ada.id().value())
                .update();

        assertThat(links.find(token)).isEmpty();
        assertThat(links.choose(token, WANTED)).isInstanceOf(AccountOutcome.Invalid.class);
        assertThat(links.choose("made up", WANTED)).isInstanceOf(AccountOutcome.Invalid.class);
    }

    @Test
    void aNewOneMakesTheEarlierOneWorthless() {
        String earlier = made();
        String later = made();

        assertThat(links.find(earlier)).isEmpty();
        assertThat(links.find(later)).isPresent();
    }

    @Test
    void onlyAHashOfItIsStored() {
        String token = made();

        assertThat(token).hasSize(43);
        assertThat(jdbc.sql("select token_hash = sha256(:t::bytea) from password_links where user_id = :id")
                        .param("t", token)
                        .param("id", ada.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void itIsNoWayAroundASecondFactor() {
        app.setUp(ada);
        links.choose(made(), WANTED);

        assertThat(logIns.check(ada.username(), WANTED, address)).isInstanceOf(LogInOutcome.CodeNeeded.class);
    }

    @Test
    void thereIsNoneForOneselfForDisabledAccountsAndForThoseOfAProvider() {
        assertThat(links.make(ada.id(), ada.id())).isInstanceOf(PasswordLinkOutcome.Refused.class);
        assertThat(links.make(CHIEF, new UserId("unknown-" + ids.next())))
                .isInstanceOf(PasswordLinkOutcome.Unknown.class);
        String before = made();
        jdbc.sql("update accounts set enabled = false where id = :id")
                .param("id", ada.id().value())
                .update();
        assertThat(links.find(before)).isEmpty();
        assertThat(links.make(CHIEF, ada.id())).isInstanceOf(PasswordLinkOutcome.Refused.class);
        jdbc.sql(
                        "update accounts set enabled = true, issuer = 'https://login.example.org', password_hash = null where id = :id")
                .param("id", ada.id().value())
                .update();
        assertThat(links.make(CHIEF, ada.id())).isInstanceOf(PasswordLinkOutcome.Refused.class);
    }

    @Test
    void aNewPasswordEndsIt() {
        String beforeOwn = made();
        changes.change(
                new Caller(ada.id(), ada.username(), ada.roles(), ids.next()),
                PASSWORD,
                "carmine tractor below 12",
                address);
        assertThat(links.choose(beforeOwn, WANTED)).isInstanceOf(AccountOutcome.Invalid.class);

        String beforeReset = made();
        assertThat(put(true, "marble osprey lantern 7")).isInstanceOf(AdministrationOutcome.Saved.class);
        assertThat(links.choose(beforeReset, WANTED)).isInstanceOf(AccountOutcome.Invalid.class);
    }

    @Test
    void disablingEndsItAlsoWhereTheAccountIsEnabledAgain() {
        String before = made();
        put(false, null);
        put(true, null);

        assertThat(links.choose(before, WANTED)).isInstanceOf(AccountOutcome.Invalid.class);
    }

    @Test
    void otherChangesOfTheAccountLeaveItGood() {
        String before = made();
        administration.put(
                CHIEF,
                ada.id(),
                new AccountChange(ada.username(), "ada@example.org", Set.of(Role.USER), true, null),
                ChangeBasis.newest());

        assertThat(links.choose(before, WANTED)).isInstanceOf(AccountOutcome.Saved.class);
    }

    @Test
    void anAccountThatAProviderTookOverGetsNoPasswordByIt() {
        String name = "advance-" + ids.next();
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named(name, Role.USER))).account();
        String before = made();

        SignOnOutcome entered =
                signedOn.enter(new SignOn("https://login.example.org", ada.id(), name, null, null, clock.instant()));

        assertThat(entered).isInstanceOf(SignOnOutcome.Accepted.class);
        assertThat(stored()).isZero();
        assertThat(links.choose(before, WANTED)).isInstanceOf(AccountOutcome.Invalid.class);
        assertThat(accounts.find(ada.id()).orElseThrow().hasPassword()).isFalse();
    }

    @Test
    void whatHappensWhileThePasswordIsHashedCounts() throws Exception {
        for (String happened : List.of(
                "update accounts set enabled = false where id = :id",
                "update password_links set expires_at = created_at where user_id = :id",
                "update accounts set issuer = 'https://login.example.org', password_hash = null where id = :id")) {
            String token = made();

            AccountOutcome outcome = held.meanwhile(
                    ada.id(),
                    () -> links.choose(token, WANTED),
                    () -> jdbc.sql(happened).param("id", ada.id().value()).update());

            assertThat(outcome).as(happened).isInstanceOf(AccountOutcome.Invalid.class);
            jdbc.sql("update accounts set enabled = true where id = :id")
                    .param("id", ada.id().value())
                    .update();
        }
        assertThat(accounts.find(ada.id()).orElseThrow().hasPassword()).isFalse();
    }

    private AdministrationOutcome put(boolean enabled, @Nullable String password) {
        return administration.put(
                CHIEF,
                ada.id(),
                new AccountChange(ada.username(), null, Set.of(Role.USER), enabled, password),
                ChangeBasis.newest());
    }

    private int stored() {
        return jdbc.sql("select count(*) from password_links where user_id = :id")
                .param("id", ada.id().value())
                .query(Integer.class)
                .single();
    }

    private String made() {
        return ((PasswordLinkOutcome.Made) links.make(CHIEF, ada.id())).token();
    }
}
