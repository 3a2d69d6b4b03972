package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class AccountsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Browsing browsing;

    private People.Known ada;

    @BeforeEach
    void aBrowserAndSomeoneToManage() {
        ada = people.user();
        Account account = accounts.find(ada.id()).orElseThrow();
        loginSessions.begin(account, LoginKind.API, new Origin("192.0.2.7", "curl/8.5.0"));
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void anAdministratorFindsAnAccountChangesItAndShutsItOut() {
        Person admin = loggedIn(1280, 900);
        admin.open("/admin/accounts");
        admin.sees("Accounts");
        admin.isPictured("desktop-accounts");
        admin.field("Search").fill(ada.name());
        assertThat(admin.page().getByText("1 account shown")).isVisible();
        admin.findsEverythingAccessible("accounts");
        admin.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(ada.name()))
                .click();

        admin.sees(ada.name());
        assertThat(admin.page().getByText("curl")).isVisible();
        admin.findsEverythingAccessible("one account");
        admin.isPictured("desktop-account");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.isPictured("desktop-account-dark");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        admin.field("Trainer").check();
        admin.click("Save changes");
        assertThat(admin.page().getByText("Changes saved")).isVisible();
        assertThat(accounts.find(ada.id()).orElseThrow().roles()).contains(Role.TRAINER);

        admin.click("Disable account");
        Locator dialog = admin.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("All its login sessions end at once");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Disable account"))
                .click();
        assertThat(admin.page().getByText("Logged in nowhere.")).isVisible();
        admin.findsEverythingAccessible("a disabled account");
        assertThat(loginSessions.list(ada.id(), null, 5)).isEmpty();
    }

    @Test
    void onAPhoneAccountsAreCardsAndNothingScrollsSideways() {
        Person admin = loggedIn(360, 740);
        admin.open("/admin/accounts");
        admin.field("Search").fill(ada.name());
        assertThat(admin.page().getByText("1 account shown")).isVisible();
        admin.findsEverythingAccessible("accounts on a phone");
        admin.isPictured("phone-accounts");
        admin.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(ada.name()))
                .click();

        admin.sees(ada.name());
        admin.findsEverythingAccessible("one account on a phone");
        admin.isPictured("phone-account");
    }

    private Person loggedIn(int width, int height) {
        Person admin = Person.in(browsing.context(width, height, "en-GB"), "http://localhost:" + port);
        admin.logIn(people.admin().name(), People.PASSWORD);
        return admin;
    }
}
