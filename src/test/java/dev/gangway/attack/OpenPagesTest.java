package dev.gangway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.bench.page.PageClient;
import dev.gangway.bench.page.Wire;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages that are opened only to take memory. */
@GangwayTest
class OpenPagesTest {

    private static final int MOST_OF_A_BROWSER = 50;
    private static final int MOST_STRANGERS = 2_000;
    private static final String INIT = "/?v-r=init&location=login&query=";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions logins;

    @Autowired
    private Ids ids;

    @Test
    void theQuietestOfABrowsersManyPagesGoes() throws IOException {
        try (PageClient browser = browser()) {
            browser.open("account");
            String first = browser.message();
            int page = browser.page();
            for (int more = 1; more < MOST_OF_A_BROWSER; more++) {
                browser.exchange("GET", "/?v-r=init&location=account&query=", "", new byte[0]);
            }
            assertThat(answer(browser, page, first))
                    .as("the last that may be open")
                    .contains("syncId");

            browser.open("account");
            assertThat(answer(browser, page, first)).as("the quietest").doesNotContain("syncId");
            assertThat(browser.go("account").says("Where you are logged in")).isTrue();
        }
    }

    @Test
    void theOldestOfManyStrangersGoesAndWhoIsLoggedInStays() throws IOException {
        try (PageClient somebody = browser();
                Wire wire = new Wire("127.0.0.1", port)) {
            somebody.open("account");
            String oldest = pages(wire.get(INIT, ""));
            assertThat(wire.get(INIT, oldest).header("set-cookie"))
                    .as("it is known")
                    .isEmpty();
            for (int more = 0; more < MOST_STRANGERS; more++) {
                wire.get(INIT, "");
            }

            assertThat(wire.get(INIT, oldest).header("set-cookie"))
                    .as("it begins anew")
                    .isPresent();
            assertThat(somebody.go("account").says("Where you are logged in")).isTrue();
        }
    }

    private static String answer(PageClient browser, int page, String message) throws IOException {
        return browser.exchange(
                        "POST",
                        "/?v-r=uidl&v-uiId=" + page,
                        "Content-Type: application/json; charset=UTF-8\r\n",
                        message.getBytes(StandardCharsets.UTF_8))
                .text();
    }

    private static String pages(Wire.Answer answer) {
        String cookie = answer.header("set-cookie").orElseThrow();
        return "Cookie: " + cookie.substring(0, cookie.indexOf(';')) + "\r\n";
    }

    private PageClient browser() throws IOException {
        AccountOutcome made = accounts.create(NewAccount.named("pages-" + ids.next(), Role.USER));
        Account account = ((AccountOutcome.Saved) made).account();
        return new PageClient(URI.create("http://127.0.0.1:" + port))
                .cookie(
                        LoginSessions.COOKIE,
                        logins.begin(account, LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
                                .orElseThrow()
                                .token());
    }
}
