package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.node.StringNode;

@GangwayTest
class AccountAdministrationTest {

    private static final String PASSWORD = "quince ladder motet 41";

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LogIns logIns;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private UserId admin = new UserId("nobody");
    private UserId ada = new UserId("nobody");

    @BeforeEach
    void anAdministratorAndAnAccount() {
        admin = made(Role.ADMIN);
        ada = made(Role.USER);
    }

    @Test
    void anAccountIsFoundByAnyPartOfNameAddressAndIdInTheOrderOfNames() {
        String mark = ids.next().toString().substring(24);
        for (String name : List.of("Zoe " + mark, "ada " + mark, "Mo " + mark)) {
            put(new UserId("id-" + ids.next()), change(name, "m" + mark + "@example.org", Role.USER));
        }

        assertThat(names(mark)).containsExactly("ada " + mark, "Mo " + mark, "Zoe " + mark);
        assertThat(names(mark.toUpperCase(Locale.ROOT) + "@EXAMPLE")).hasSize(3);
        assertThat(administration
                        .page(AccountFilter.of(ada.value().substring(4)), null, 10)
                        .accounts())
                .extracting(found -> found.account().id())
                .containsExactly(ada);
        assertThat(administration.page(AccountFilter.of("100%_\\"), null, 10).accounts())
                .isEmpty();
        assertThat(administration.page(AccountFilter.of("zo"), null, 200).accounts())
                .allSatisfy(found -> assertThat(found.sortKey()).startsWith("zo"));
    }

    @Test
    void roleAndStateNarrowWhatIsFound() {
        String mark = ids.next().toString().substring(24);
        put(new UserId("id-" + ids.next()), change(mark + " user", null, Role.USER));
        put(new UserId("id-" + ids.next()), change(mark + " both", null, Role.USER, Role.TRAINER));
        UserId off = new UserId("id-" + ids.next());
        put(off, change("off " + mark, null, Role.USER));
        enable(List.of(off.value()), false);

        assertThat(narrowed(mark, null, null)).containsExactly(mark + " both", mark + " user", "off " + mark);
        assertThat(narrowed(mark, Role.TRAINER, null)).containsExactly(mark + " both");
        assertThat(narrowed(mark, Role.USER, AccountFilter.State.ENABLED))
                .containsExactly(mark + " both", mark + " user");
        assertThat(narrowed(mark, null, AccountFilter.State.DISABLED)).containsExactly("off " + mark);
        assertThat(narrowed(mark, Role.ADMIN, null)).isEmpty();
    }

    @Test
    void oneNeedsThePresentPasswordForAnotherOneOfOnesOwn() {
        put(admin, new AccountChange("boss " + admin, null, Set.of(Role.ADMIN), true, null));

        AdministrationOutcome own = administration.put(
                admin,
                admin,
                new AccountChange("boss " + admin, null, Set.of(Role.ADMIN), true, "violet anchors drift 88"),
                ChangeBasis.newest());

        assertThat(fields(own)).containsExactly("password");
        assertThat(logIns.check("boss " + admin, "violet anchors drift 88", "test-" + ids.next()))
                .isInstanceOf(LogInOutcome.Refused.class);
    }

    @Test
    void whatConcernsItsOwnerAloneIsNoChangeForAdministrators() {
        String name = "own " + ada;
        put(ada, new AccountChange(name, null, Set.of(Role.USER), true, PASSWORD));
        storeCheaply();
        ManagedAccount seen = found(ada);

        accounts.choose(ada, new PageChoice("de", "DARK"));
        assertThat(logIns.check(name, PASSWORD, "test-" + ids.next())).isInstanceOf(LogInOutcome.Accepted.class);

        assertThat(accounts.choice(ada)).contains(new PageChoice("de", "DARK"));
        assertThat(stored()).contains("m=2048");
        assertThat(found(ada)).isEqualTo(seen);
        assertThat(administration.put(
                        admin, ada, change("other " + ada, null, Role.USER), ChangeBasis.version(seen.version())))
                .isInstanceOf(AdministrationOutcome.Saved.class);
        assertThat(accounts.choice(ada)).contains(new PageChoice("de", "DARK"));
    }

    private void storeCheaply() {
        jdbc.sql("update accounts set password_hash = :hash where id = :id")
                .param("hash", new Passwords(new PasswordProperties(DataSize.ofKilobytes(64))).hash(PASSWORD))
                .param("id", ada.value())
                .update();
    }

    private String stored() {
        return jdbc.sql("select password_hash from accounts where id = :id")
                .param("id", ada.value())
                .query(String.class)
                .single();
    }

    @Test
    void aNewAccountGetsAnIdUnlessAProviderHasOne() {
        String mark = ids.next().toString().substring(24);
        AdministrationOutcome own = administration.create(admin, null, change("own " + mark, null, Role.USER));
        UserId given = new UserId("user_" + mark);
        AdministrationOutcome provided = administration.create(admin, given, change("given " + mark, null, Role.USER));

        assertThat(own).isInstanceOf(AdministrationOutcome.Saved.class);
        assertThat(provided).isInstanceOf(AdministrationOutcome.Saved.class);
        assertThat(found(given).account().username()).isEqualTo("given " + mark);
        assertThat(trail.page(AuditFilter.of(given), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("account.created");
        assertThat(fields(administration.create(admin, given, change("given " + mark, null, Role.USER))))
                .contains("id");
        assertThat(fields(administration.create(admin, null, change("own " + mark, null, Role.USER))))
                .containsExactly("username");
        assertThat(found(given).account().username()).isEqualTo("given " + mark);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndDoubles() {
        String mark = ids.next().toString().substring(24);
        for (int i = 0; i < 5; i++) {
            put(new UserId("id-" + ids.next()), change(mark + " " + i, null, Role.USER));
        }
        List<String> seen = new ArrayList<>();
        @Nullable AccountPosition after = null;
        AccountPage page;
        do {
            page = administration.page(AccountFilter.of(mark), after, 2);
            for (ManagedAccount found : page.accounts()) {
                seen.add(found.account().username());
                after = AccountPosition.of(found);
            }
        } while (page.more());

        assertThat(seen).containsExactly(mark + " 0", mark + " 1", mark + " 2", mark + " 3", mark + " 4");
    }

    @Test
    void namesThatBeginWithTheTextComeBeforeThoseThatOnlyHoldIt() {
        String mark = ids.next().toString().substring(24);
        for (String name : List.of("a " + mark, mark + " z", "b " + mark, mark + " y")) {
            put(new UserId("id-" + ids.next()), change(name, null, Role.USER));
        }

        assertThat(names(mark)).containsExactly(mark + " y", mark + " z", "a " + mark, "b " + mark);
    }

    @Test
    void changesOfTwoAdministratorsToDifferentFieldsBothCount() {
        ManagedAccount seen = found(ada);
        put(ada, seen.values().enabled(true)); // nothing changed
        administration.put(
                admin, ada, change(seen.account().username(), "new@example.org", Role.USER), ChangeBasis.newest());

        AdministrationOutcome outcome = administration.put(
                admin, ada, change(seen.account().username(), null, Role.USER, Role.TRAINER), ChangeBasis.seen(seen));

        assertThat(outcome).isInstanceOf(AdministrationOutcome.Saved.class);
        assertThat(found(ada).account().email()).isEqualTo("new@example.org");
        assertThat(found(ada).account().roles()).containsExactlyInAnyOrder(Role.USER, Role.TRAINER);
    }

    @Test
    void changesToTheSameFieldAreShownToTheSecond() {
        ManagedAccount seen = found(ada);
        String name = seen.account().username();
        put(ada, change(name, "first@example.org", Role.USER));

        AdministrationOutcome outcome =
                administration.put(admin, ada, change(name, "second@example.org", Role.USER), ChangeBasis.seen(seen));

        assertThat(outcome)
                .isEqualTo(new AdministrationOutcome.Stale(List.of(new FieldConflict(
                        "email", StringNode.valueOf("second@example.org"), StringNode.valueOf("first@example.org")))));
        assertThat(found(ada).account().email()).isEqualTo("first@example.org");
    }

    @Test
    void anAccountThatWasErasedMeanwhileIsNotMadeAgain() {
        ManagedAccount seen = found(ada);
        jdbc.sql("delete from accounts where id = :id").param("id", ada.value()).update();

        for (ChangeBasis basis :
                List.of(ChangeBasis.seen(seen), ChangeBasis.version(seen.version()), ChangeBasis.existing())) {
            assertThat(administration.put(admin, ada, seen.values(), basis))
                    .isInstanceOf(AdministrationOutcome.Unknown.class);
            assertThat(administration.putButEnabled(admin, ada, seen.values(), basis))
                    .isInstanceOf(AdministrationOutcome.Unknown.class);
        }
        assertThat(administration.find(ada)).isEmpty();
    }

    @Test
    void nobodyShutsThemselvesOut() {
        ManagedAccount me = found(admin);

        assertThat(administration.disable(admin, admin, ChangeBasis.newest()))
                .isInstanceOf(AdministrationOutcome.Refused.class);
        assertThat(put(admin, change(me.account().username(), null, Role.USER)))
                .isInstanceOf(AdministrationOutcome.Refused.class);
        assertThat(found(admin)).isEqualTo(me);
    }

    @Test
    void ofTheLastTwoAdministratorsOneStaysEvenAtTheSameMoment() throws Exception {
        UserId other = made(Role.ADMIN);
        List<String> rest = jdbc.sql("""
                        select a.id from accounts a join account_roles r on r.user_id = a.id and r.role = 'ADMIN'
                        where a.enabled and a.id <> all(:ids)
                        """)
                .param("ids", new String[] {admin.value(), other.value()})
                .query((row, number) -> row.getString("id"))
                .list();
        enable(rest, false);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<AdministrationOutcome> one =
                    both.submit(() -> administration.disable(admin, other, ChangeBasis.newest()));
            Future<AdministrationOutcome> two = both.submit(() -> administration.put(
                    other, admin, change(found(admin).account().username(), null, Role.USER), ChangeBasis.newest()));

            assertThat(List.of(one.get(), two.get()))
                    .hasAtLeastOneElementOfType(AdministrationOutcome.Saved.class)
                    .hasAtLeastOneElementOfType(AdministrationOutcome.Refused.class);
        } finally {
            enable(rest, true);
        }
    }

    @Test
    void anotherPasswordIsHeldToThePolicyAndWorks() {
        String name = found(ada).account().username();
        AccountChange weak = new AccountChange(name, null, Set.of(Role.USER), true, "password1234");
        AccountChange strong = new AccountChange(name, null, Set.of(Role.USER), true, PASSWORD);

        assertThat(fields(put(ada, weak))).containsExactly("password");
        assertThat(put(ada, strong)).isInstanceOf(AdministrationOutcome.Saved.class);
        assertThat(logIns.check(name, PASSWORD, "test-" + ids.next())).isInstanceOf(LogInOutcome.Accepted.class);
    }

    @Test
    void anAccountOfAProviderGetsNoPasswordAndNoRolesHere() {
        jdbc.sql("update accounts set issuer = 'https://login.example.org', roles_by_issuer = true where id = :id")
                .param("id", ada.value())
                .update();
        String name = found(ada).account().username();

        assertThat(fields(put(ada, new AccountChange(name, null, Set.of(Role.ADMIN), true, PASSWORD))))
                .containsExactlyInAnyOrder("roles", "password");
        assertThat(administration.disable(admin, ada, ChangeBasis.newest()))
                .isInstanceOf(AdministrationOutcome.Saved.class);
    }

    @Test
    void aNameThatIsTakenIsRefusedHoweverItIsWritten() {
        String taken = found(admin).account().username().toUpperCase(Locale.ROOT);

        assertThat(fields(put(ada, change(taken, null, Role.USER)))).containsExactly("username");
        assertThat(fields(put(new UserId("id-" + ids.next()), change(taken, null, Role.USER))))
                .containsExactly("username");
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        String name = found(ada).account().username();
        put(ada, new AccountChange(name + " II", "a@example.org", Set.of(Role.TRAINER), false, PASSWORD));
        put(ada, change(name + " II", "a@example.org", Role.TRAINER));

        List<AuditEntry> entries = trail.page(AuditFilter.of(ada), null, 20);
        assertThat(entries)
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(
                        "account.created",
                        "account.disabled",
                        "account.roles_changed",
                        "account.password_reset",
                        "account.changed",
                        "account.enabled");
        assertThat(entries.toString()).doesNotContain(PASSWORD);
        assertThat(entries)
                .allSatisfy(entry ->
                        assertThat(Objects.requireNonNull(entry.actor()).id()).isEqualTo(admin.value()));
    }

    private UserId made(Role role) {
        UserId id = new UserId("adm-" + ids.next());
        UserId maker = admin.value().equals("nobody") ? id : admin;
        assertThat(administration.put(maker, id, change("name of " + id.value(), null, role), ChangeBasis.newest()))
                .isInstanceOf(AdministrationOutcome.Saved.class);
        return id;
    }

    private AdministrationOutcome put(UserId id, AccountChange wanted) {
        return administration.put(admin, id, wanted, ChangeBasis.newest());
    }

    private static AccountChange change(String name, @Nullable String email, Role... roles) {
        return new AccountChange(name, email, Set.of(roles), true, null);
    }

    private ManagedAccount found(UserId id) {
        return administration.find(id).orElseThrow();
    }

    private List<String> narrowed(String text, @Nullable Role role, AccountFilter.@Nullable State state) {
        return administration.page(new AccountFilter(text, role, state), null, 10).accounts().stream()
                .map(found -> found.account().username())
                .toList();
    }

    private List<String> names(String search) {
        return administration.page(AccountFilter.of(search), null, 10).accounts().stream()
                .map(found -> found.account().username())
                .toList();
    }

    private static List<String> fields(AdministrationOutcome outcome) {
        return ((AdministrationOutcome.Invalid) outcome)
                .problems().stream().map(FieldProblem::field).toList();
    }

    private void enable(List<String> some, boolean enabled) {
        jdbc.sql("update accounts set enabled = :enabled where id = any(:ids)")
                .param("enabled", enabled)
                .param("ids", some.toArray(String[]::new))
                .update();
    }
}
