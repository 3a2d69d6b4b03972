package dev.gangway.login.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountChange;
import dev.gangway.account.AccountFilter;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.AuthenticatorApp;
import dev.gangway.account.ChangeBasis;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.NewAccount;
import dev.gangway.account.PasswordLinks;
import dev.gangway.account.SecondFactors;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class AccountsViewTest {

    private static final String PASSWORD = "quince ladder motet 41";

    @Autowired
    private Pages pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private LogIns logIns;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private AuthenticatorApp app;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private String mark = "";
    private Account admin = new Account(new UserId("nobody"), "nobody", null, Set.of(), true, false);
    private Account ada = admin;

    @BeforeEach
    void anAdministratorOpensThePage() {
        mark = ids.next().toString().substring(24);
        admin = made("boss-" + mark, Role.ADMIN);
        ada = made("ada-" + mark, Role.USER);
        pages.openAs(loginSessions
                .begin(admin, LoginKind.BROWSER, new Origin("192.0.2.8", "Firefox"))
                .orElseThrow()
                .caller());
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void typingNarrowsTheListAndSaysWhereThereIsNothing() {
        UI.getCurrent().navigate("admin/accounts");
        search(mark);

        assertThat(rows())
                .extracting(row -> _get(row, RouterLink.class).getText())
                .containsExactly("ada-" + mark, "boss-" + mark);
        search("nobody is called like " + mark);

        assertThat(_find(ListItem.class, spec -> spec.withClasses("account-row")))
                .isEmpty();
        assertThat(texts()).contains("No account matches “nobody is called like " + mark);
    }

    @Test
    void anAddressWithATextThatNobodyCanHaveFindsNothing() {
        for (String impossible : List.of("\0", "a\0b", "\ud800")) {
            UI.getCurrent().navigate("admin/accounts", QueryParameters.of("account", impossible));

            assertThat(_find(ListItem.class, spec -> spec.withClasses("account-row")))
                    .isEmpty();
            assertThat(texts()).contains("No account matches");
        }
    }

    @Test
    void roleAndStateNarrowTheList() {
        administration.disable(admin.id(), ada.id(), ChangeBasis.newest());
        UI.getCurrent().navigate("admin/accounts");
        search(mark);

        _setValue(this.<Role>select("Role"), Role.ADMIN);
        assertThat(rows())
                .extracting(row -> _get(row, RouterLink.class).getText())
                .containsExactly("boss-" + mark);

        _setValue(this.<AccountFilter.State>select("State"), AccountFilter.State.DISABLED);
        assertThat(texts()).contains("No account matches. Choose “Any”");

        _setValue(this.<Role>select("Role"), null);
        assertThat(rows())
                .extracting(row -> _get(row, RouterLink.class).getText())
                .containsExactly("ada-" + mark);
    }

    @Test
    void aNewAccountIsMadeWithEveryProblemBesideItsField() {
        UI.getCurrent().navigate("admin/accounts", AccountsView.ofNew());
        _setValue(field("Username"), ada.username());
        _setValue(field("Id at the identity provider"), ada.id().value());
        action("Make account");
        assertThat(field("Id at the identity provider").getErrorMessage()).isEqualTo("Another account has this id");

        _setValue(field("Id at the identity provider"), "user_" + mark);
        action("Make account");
        assertThat(field("Id at the identity provider").isInvalid()).isFalse();
        assertThat(field("Username").isInvalid()).isTrue();

        _setValue(field("Username"), "new-" + mark);
        action("Make account");

        assertThat(_get(H1.class).getText()).isEqualTo("new-" + mark);
        assertThat(accounts.find(new UserId("user_" + mark)).orElseThrow().roles())
                .containsExactly(Role.USER);
        assertThat(trail.page(AuditFilter.of(new UserId("user_" + mark)), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("account.created");
    }

    @Test
    void anIdThatNoAddressLeadsToIsRefusedAtItsField() {
        UI.getCurrent().navigate("admin/accounts", AccountsView.ofNew());
        _setValue(field("Username"), "new-" + mark);
        _setValue(field("Id at the identity provider"), "h1\u0085" + mark);
        action("Make account");

        assertThat(field("Id at the identity provider").getErrorMessage())
                .isEqualTo("An id has 1 to 255 characters and no control characters");
        assertThat(accounts.findByName("new-" + mark)).isEmpty();
    }

    @Test
    void moreThanAPageComesOnRequest() {
        for (int i = 0; i < 51; i++) {
            made("many-" + mark + "-" + i, Role.USER);
        }
        UI.getCurrent().navigate("admin/accounts");
        search("many-" + mark);
        assertThat(rows()).hasSize(50);

        _click(_get(Button.class, spec -> spec.withText("Show more")));

        assertThat(rows()).hasSize(51);
        assertThat(_find(Button.class, spec -> spec.withText("Show more"))).isEmpty();
    }

    @Test
    void rolesAreChangedAndRecorded() {
        open(ada);
        roles().setValue(Set.of(Role.USER, Role.TRAINER));
        action("Save changes");

        assertThat(accounts.find(ada.id()).orElseThrow().roles()).containsExactlyInAnyOrder(Role.USER, Role.TRAINER);
        assertThat(trail.page(AuditFilter.of(ada.id()), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("account.roles_changed");
    }

    @Test
    void wrongValuesAreToldBesideTheirFields() {
        open(ada);
        _setValue(field("Username"), admin.username());
        action("Save changes");
        assertThat(field("Username").getErrorMessage()).isEqualTo("This name is taken");

        _setValue(field("Username"), ada.username());
        _setValue(field("E-mail"), "not an address");
        roles().setValue(Set.of());
        action("Save changes");

        assertThat(field("E-mail").getErrorMessage()).isEqualTo("This is not an e-mail address");
        assertThat(roles().getErrorMessage()).isEqualTo("Choose at least one role");
    }

    @Test
    void disablingAsksFirstAndEndsEveryLoginSessionAtOnce() {
        String token = loginSessions
                .begin(ada, LoginKind.BROWSER, new Origin("192.0.2.7", "curl/8.5.0"))
                .orElseThrow()
                .token();
        open(ada);
        _click(button("Disable account"));
        assertThat(loginSessions.recognise(token)).isPresent();
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(loginSessions.recognise(token)).isEmpty();
        assertThat(loginSessions.list(ada.id(), null, 5)).isEmpty();
        assertThat(logIns.check(ada.username(), PASSWORD, "test-" + mark)).isInstanceOf(LogInOutcome.Refused.class);

        _click(button("Enable account"));
        assertThat(logIns.check(ada.username(), PASSWORD, "test-" + mark)).isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(loginSessions.recognise(token)).isEmpty();
    }

    @Test
    void whatIsTypedStaysWhileTheAccountIsDisabledAndEnabled() {
        open(ada);
        _setValue(field("E-mail"), "typed@example.org");
        roles().setValue(Set.of(Role.TRAINER));
        _click(button("Disable account"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(texts()).contains("Disabled");
        assertThat(field("E-mail").getValue()).isEqualTo("typed@example.org");
        assertThat(accounts.find(ada.id()).orElseThrow().address()).isEmpty();
        action("Save changes");

        Account saved = accounts.find(ada.id()).orElseThrow();
        assertThat(saved.email()).isEqualTo("typed@example.org");
        assertThat(saved.roles()).containsExactly(Role.TRAINER);
        assertThat(saved.enabled()).isFalse();
    }

    @Test
    void whatAnotherSavedIsNotOverwrittenByWhatWasTypedBeforeTheAccountWasDisabled() {
        open(ada);
        _setValue(field("E-mail"), "second@example.org");
        administration.put(
                admin.id(),
                ada.id(),
                new AccountChange(ada.username(), "first@example.org", Set.of(Role.TRAINER), true, null),
                ChangeBasis.newest());
        _click(button("Disable account"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        action("Save changes");

        assertThat(texts()).contains("first@example.org", "second@example.org");
        assertThat(accounts.find(ada.id()).orElseThrow().email()).isEqualTo("first@example.org");
    }

    @Test
    void aLoginSessionIsEndedByItself() {
        loginSessions.begin(ada, LoginKind.API, new Origin("192.0.2.7", "curl/8.5.0"));
        loginSessions.begin(ada, LoginKind.API, new Origin("192.0.2.8", "curl/8.5.0"));
        open(ada);

        _click(_find(Button.class, spec -> spec.withText("End")).getFirst());

        assertThat(loginSessions.list(ada.id(), null, 5)).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("End"))).hasSize(1);
        assertThat(trail.page(AuditFilter.of(ada.id()), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("account.login_ended");
    }

    @Test
    void aPasswordIsChosenByItsOwnerThroughALinkThatIsShownOnce() {
        open(ada);
        assertThat(_find(PasswordField.class)).isEmpty();
        action("Make password link");

        String link = field("Link to hand over").getValue();
        assertThat(link).matches("http://[^/]+/password#[\\w-]{43}");
        String token = link.substring(link.indexOf('#') + 1);
        assertThat(links.find(token).orElseThrow().id()).isEqualTo(ada.id());
        assertThat(links.choose(token, "violet anchors drift 88")).isInstanceOf(AccountOutcome.Saved.class);
        open(ada);
        assertThat(_find(TextField.class, spec -> spec.withLabel("Link to hand over")))
                .isEmpty();
    }

    @Test
    void aLostSecondFactorIsTakenOffAndRecorded() {
        app.setUp(ada);
        open(ada);
        assertThat(texts()).contains("Logs in with a password and a second factor.");

        _click(button("Remove second factor"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(logIns.check(ada.username(), PASSWORD, "test-" + mark)).isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(trail.page(AuditFilter.of(ada.id()), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("account.second_factor_removed");
    }

    @Test
    void aSecondFactorThatIsGoneAlreadyIsNotSaidToBeRemoved() {
        app.setUp(ada);
        open(ada);
        factors.turnOff(ada.id());

        _click(button("Remove second factor"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        expectNotifications("There was no second factor any more; nothing was removed");
        assertThat(trail.page(AuditFilter.of(ada.id()), null, 5)).isEmpty();
    }

    @Test
    void whoLoggedInLongAgoProvesWhoTheyAreFirst() {
        jdbc.sql("update login_sessions set created_at = created_at - interval '1 hour' where user_id = :id")
                .param("id", admin.id().value())
                .update();
        open(ada);
        action("Make password link");
        assertThat(_find(TextField.class, spec -> spec.withLabel("Link to hand over")))
                .isEmpty();

        _setValue(_get(PasswordField.class), "not the password 77");
        action("Go on");
        assertThat(_get(PasswordField.class).getErrorMessage()).isEqualTo("The current password is not right");
        _setValue(_get(PasswordField.class), PASSWORD);
        action("Go on");

        assertThat(field("Link to hand over").getValue()).contains("/password#");
    }

    @Test
    void theSecondOfTwoAdministratorsIsShownWhatTheFirstSaved() {
        open(ada);
        administration.put(
                admin.id(),
                ada.id(),
                new AccountChange(ada.username(), "first@example.org", Set.of(Role.USER, Role.TRAINER), true, null),
                ChangeBasis.newest());
        _setValue(field("E-mail"), "second@example.org");
        action("Save changes");

        assertThat(texts()).contains("first@example.org", "second@example.org");
        assertThat(accounts.find(ada.id()).orElseThrow().email()).isEqualTo("first@example.org");
        _click(button("Keep mine"));
        action("Save changes");

        assertThat(accounts.find(ada.id()).orElseThrow().email()).isEqualTo("second@example.org");
        assertThat(accounts.find(ada.id()).orElseThrow().roles())
                .as("what only the first changed")
                .containsExactlyInAnyOrder(Role.USER, Role.TRAINER);
    }

    @Test
    void anAccountOfAProviderHasNeitherPasswordNorRolesToSetHere() {
        jdbc.sql("""
                        update accounts set password_hash = null, issuer = 'https://login.example.org', roles_by_issuer = true
                        where id = :id
                        """).param("id", ada.id().value()).update();
        open(ada);

        assertThat(_find(PasswordField.class)).isEmpty();
        assertThat(roles().isReadOnly()).isTrue();
        assertThat(texts()).contains("logs in at https://login.example.org");
    }

    @Test
    void oneselfCannotBeShutOut() {
        open(admin);
        assertThat(_find(Button.class, spec -> spec.withText("Disable account")))
                .isEmpty();
        roles().setValue(Set.of(Role.USER));
        action("Save changes");

        assertThat(texts()).contains("You cannot disable yourself");
        assertThat(accounts.find(admin.id()).orElseThrow().roles()).containsExactly(Role.ADMIN);
    }

    private Account made(String name, Role role) {
        AccountOutcome made = accounts.create(NewAccount.named(name, role), PASSWORD);
        return ((AccountOutcome.Saved) made).account();
    }

    private void open(Account account) {
        UI.getCurrent().navigate("admin/accounts", AccountsView.of(account.id()));
        assertThat(_get(H1.class).getText()).isEqualTo(account.username());
    }

    private void search(String text) {
        _setValue(field("Search"), text);
    }

    private List<ListItem> rows() {
        return _find(_get(UnorderedList.class, spec -> spec.withClasses("account-list")), ListItem.class);
    }

    private TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private CheckboxGroup<Role> roles() {
        return _get(CheckboxGroup.class, spec -> spec.withLabel("Roles"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private <T> Select<T> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    private Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private void action(String words) {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getElement().getTextRecursively().contains(words))));
    }

    private static String texts() {
        return _get(AccountsView.class).getElement().getTextRecursively();
    }
}
