package dev.gangway.login.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.AuthenticatorApp;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSession;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class AccountViewTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final String WANTED = "violet anchors drift 88";

    @Autowired
    private Pages pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LogIns logIns;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private AuthenticatorApp app;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void everyLiveLoginSessionIsShownAndCanBeEndedOneByOne() {
        Account ada = account();
        begin(ada, "curl/8.5.0");
        begin(ada, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        open(ada);

        assertThat(_get(H1.class).getText()).isEqualTo("Account");
        assertThat(rows()).hasSize(3);
        _click(_get(
                Button.class,
                spec -> spec.withText("Log out")
                        .withPredicate(button -> button.getAriaLabel()
                                .map("Log out: curl"::equals)
                                .orElse(false))));

        assertThat(rows()).hasSize(2);
        assertThat(loginSessions.list(ada.id(), null, 10)).hasSize(2);
    }

    @Test
    void loggingOutEverywhereElseAsksFirst() {
        Account ada = account();
        begin(ada, "curl/8.5.0");
        begin(ada, "curl/8.5.0");
        open(ada);

        _click(_get(Button.class, spec -> spec.withText("Log out everywhere else")));
        assertThat(loginSessions.list(ada.id(), null, 10)).hasSize(3);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(loginSessions.list(ada.id(), null, 10)).hasSize(1);
    }

    @Test
    void aNewPasswordNeedsThePresentOneAndMustBeStrong() {
        Account ada = account();
        open(ada);

        change("not the password 77", WANTED);
        assertThat(field("Current password").getErrorMessage()).isEqualTo("The current password is not right");
        change(PASSWORD, "short");
        assertThat(field("New password").getErrorMessage()).isEqualTo("The password needs at least 12 characters");
        change(PASSWORD, WANTED);

        assertThat(logIns.check(ada.username(), WANTED, "test-" + ids.next()))
                .isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(logIns.check(ada.username(), PASSWORD, "test-" + ids.next()))
                .isInstanceOf(LogInOutcome.Refused.class);
    }

    @Test
    void aNewPasswordEndsAllOthersAndGivesThisBrowserAnotherToken() {
        Account ada = account();
        NewLogin here = loginSessions
                .begin(ada, LoginKind.BROWSER, new Origin("192.0.2.7", "Firefox"))
                .orElseThrow();
        begin(ada, "curl/8.5.0");
        pages.openAs(here.caller());
        UI.getCurrent().navigate("account");

        change(PASSWORD, WANTED);

        assertThat(loginSessions.list(ada.id(), null, 10))
                .extracting(LoginSession::id)
                .containsExactly(here.session().id());
        assertThat(loginSessions.recognise(here.token())).isEmpty();
        assertThat(loginSessions.recognise(handedOut()))
                .hasValueSatisfying(known -> assertThat(known.caller().userId()).isEqualTo(ada.id()));
    }

    /** The token in the answer's new cookie. */
    private static String handedOut() {
        return VaadinServletResponse.getCurrent().getHeaders("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(LoginSessions.COOKIE + "="))
                .map(cookie -> cookie.substring(LoginSessions.COOKIE.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theQuestionSaysHowManyAreLoggedOut() {
        Account ada = account();
        begin(ada, "curl/8.5.0");
        begin(ada, "curl/8.5.0");
        open(ada);

        _click(_get(Button.class, spec -> spec.withText("Log out everywhere else")));

        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message"))
                .isEqualTo("2 other devices and programs have to log in again.");
    }

    @Test
    void manyLoginSessionsAreShownInPages() {
        Account ada = account();
        for (int i = 0; i < 23; i++) {
            begin(ada, "curl/8.5.0");
        }
        open(ada);

        assertThat(rows()).hasSize(20);
        _click(_get(Button.class, spec -> spec.withText("Show more")));
        assertThat(rows()).hasSize(24);
        assertThat(_find(Button.class, spec -> spec.withText("Show more"))).isEmpty();
    }

    @Test
    void whoHasNoPasswordIsToldWhy() {
        Account ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("account-" + ids.next(), Role.USER)))
                .account();
        open(ada);

        assertThat(_find(PasswordField.class)).isEmpty();
        assertThat(_find(Paragraph.class).stream().map(Paragraph::getText))
                .contains("You log in by single sign-on, so there is no password here to change.");
    }

    @Test
    void languageAndAppearanceAreChosenHereAndNotTwice() {
        open(account());

        assertThat(_find(NativeLabel.class, spec -> spec.withText("Language"))).hasSize(1);
        assertThat(_find(NativeLabel.class, spec -> spec.withText("Appearance")))
                .hasSize(1);
    }

    @Test
    void theDownloadHoldsEverythingAboutThePerson() {
        Account ada = account();
        open(ada);

        byte[] archive = DownloadKt._download(
                _get(Anchor.class, spec -> spec.withPredicate(link -> link.hasClassName("link-button"))));

        assertThat(new String(archive, 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PK");
    }

    @Test
    void erasingNamesWhatGoesAndAsksForTheOwnName() {
        Account ada = account();
        open(ada);
        _click(_get(Button.class, spec -> spec.withText("Erase account …")));

        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("Erase your account?");
        assertThat(_find(_get(Dialog.class), ListItem.class)).hasSize(6);
        eraseAs("someone else");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Type your username to confirm"))
                        .getErrorMessage())
                .isEqualTo("This is not your username");
        assertThat(accounts.find(ada.id())).isPresent();
    }

    @Test
    void whoLoggedInLongAgoProvesWhoTheyAreBeforeEndingOthersAndErasing() {
        Account ada = account();
        begin(ada, "curl/8.5.0");
        open(ada);
        aWhileAgo(ada);

        _click(_get(Button.class, spec -> spec.withText("Log out everywhere else")));
        assertThat(_find(ConfirmDialog.class)).isEmpty();
        prove("not the password 77");
        assertThat(proof().getErrorMessage()).isEqualTo("The current password is not right");
        prove(PASSWORD);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(loginSessions.list(ada.id(), null, 10)).hasSize(1);

        aWhileAgo(ada);
        _click(_get(Button.class, spec -> spec.withText("Erase account …")));
        eraseAs(ada.username());
        assertThat(accounts.find(ada.id())).isPresent();
        prove(PASSWORD);
        assertThat(accounts.find(ada.id())).isEmpty();
    }

    @Test
    void aSecondFactorIsSetUpWithACodeAndItsRecoveryCodesAreShownOnce() {
        Account ada = account();
        open(ada);
        _click(_get(Button.class, spec -> spec.withText("Set up")));
        String key = _get(Code.class).getText();
        assertThat(_get(Html.class).getElement().getOuterHTML())
                .contains("<path")
                .contains("role=\"img\"");
        type("Code that the app shows", "000000");
        assertThat(code("Code that the app shows").getErrorMessage()).startsWith("This code is not right");

        type("Code that the app shows", app.code(key));

        assertThat(_find(Code.class)).hasSize(10);
        open(ada);
        assertThat(_find(Code.class)).isEmpty();
        assertThat(_find(Paragraph.class).stream().map(Paragraph::getText))
                .anyMatch(text -> text.contains("Recovery codes left: 10."));
        assertThat(logIns.check(ada.username(), PASSWORD, "test-" + ids.next()))
                .isInstanceOf(LogInOutcome.CodeNeeded.class);
    }

    @Test
    void theSecondFactorIsTurnedOffByWhoProvesWhoTheyAre() {
        Account ada = account();
        app.setUp(ada);
        open(ada);
        aWhileAgo(ada);

        _click(_get(Button.class, spec -> spec.withText("Turn off")));
        assertThat(_find(ConfirmDialog.class)).isEmpty();
        prove(PASSWORD);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(logIns.check(ada.username(), PASSWORD, "test-" + ids.next()))
                .isInstanceOf(LogInOutcome.Accepted.class);
    }

    private void aWhileAgo(Account account) {
        jdbc.sql("""
                        update login_sessions set created_at = created_at - interval '1 hour', proved_at = null
                        where user_id = :id
                        """).param("id", account.id().value()).update();
    }

    private void prove(String password) {
        _setValue(proof(), password);
        action("Go on");
    }

    private PasswordField proof() {
        return _get(PasswordField.class, spec -> spec.withLabel("Password"));
    }

    private void type(String label, String code) {
        _setValue(code(label), code);
        action("Turn on");
    }

    private TextField code(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private void action(String words) {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getElement().getTextRecursively().contains(words))));
    }

    private void eraseAs(String name) {
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type your username to confirm")), name);
        action("Erase everything");
    }

    private Account account() {
        AccountOutcome made = accounts.create(NewAccount.named("account-" + ids.next(), Role.USER), PASSWORD);
        return ((AccountOutcome.Saved) made).account();
    }

    private void begin(Account account, String userAgent) {
        loginSessions.begin(account, LoginKind.API, new Origin("192.0.2.7", userAgent));
    }

    private void open(Account account) {
        pages.openAs(loginSessions
                .begin(account, LoginKind.BROWSER, new Origin("192.0.2.7", "Firefox"))
                .orElseThrow()
                .caller());
        UI.getCurrent().navigate("account");
    }

    private List<ListItem> rows() {
        return _find(_get(UnorderedList.class, spec -> spec.withClasses("login-sessions")), ListItem.class);
    }

    private void change(String current, String wanted) {
        _setValue(field("Current password"), current);
        _setValue(field("New password"), wanted);
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getElement().getTextRecursively().contains("Change password"))));
    }

    private PasswordField field(String label) {
        return _get(PasswordField.class, spec -> spec.withLabel(label));
    }
}
