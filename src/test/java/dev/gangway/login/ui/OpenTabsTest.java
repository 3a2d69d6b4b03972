package dev.gangway.login.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.page.Page;
import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountChange;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.AdministrationOutcome;
import dev.gangway.account.ChangeBasis;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that is open while somebody else changes what the account may do. */
@GangwayTest
class OpenTabsTest {

    private static final UserId ADMIN = new UserId("somebody else");

    @Autowired
    private Pages pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Ids ids;

    private final Tab tab = new Tab();
    private String name = "";
    private Account ada = new Account(ADMIN, "nobody", null, Set.of(), true, false);

    @BeforeEach
    void someoneWithTwoRolesHasAPageOpen() {
        name = "tabs-" + ids.next();
        AccountOutcome made = accounts.create(NewAccount.named(name, Role.USER));
        ada = ((AccountOutcome.Saved) made).account();
        accounts.changeRoles(ada.id(), Set.of(Role.USER, Role.TRAINER));
        NewLogin login = loginSessions
                .begin(accounts.find(ada.id()).orElseThrow(), LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
                .orElseThrow();
        pages.openAs(login.caller(), () -> tab);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void aRoleThatAnAdministratorTakesEndsThePageAndNotTheLogin() {
        AdministrationOutcome taken = administration.put(
                ADMIN, ada.id(), new AccountChange(name, null, Set.of(Role.USER), true, null), ChangeBasis.newest());

        assertThat(taken).isInstanceOf(AdministrationOutcome.Saved.class);
        pages.hears(tab::isClosing);
        assertThat(tab.loadedAgain).isTrue();
        assertThat(loginSessions.list(ada.id(), null, 10)).hasSize(1);
    }

    @Test
    void aRoleThatIsTakenByAnythingElseDoesToo() {
        accounts.changeRoles(ada.id(), Set.of(Role.TRAINER));

        pages.hears(tab::isClosing);
        assertThat(tab.loadedAgain).isTrue();
    }

    /** A browser's tab: the mocked one cannot load a page again outside of a request. */
    private static final class Tab extends MockedUI {

        private boolean loadedAgain;

        @Override
        public Page getPage() {
            return new Page(this) {
                @Override
                public void reload() {
                    loadedAgain = true;
                }
            };
        }
    }
}
