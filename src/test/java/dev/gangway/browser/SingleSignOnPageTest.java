package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.base.Ids;
import dev.gangway.login.sso.AuthorizationServer;
import dev.gangway.login.sso.Replica;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The log-in at a provider in a real browser, whose content policy, cookies and redirects are the browser's. */
@BrowserTest
class SingleSignOnPageTest {

    @Autowired
    private DataSource database;

    @Autowired
    private Ids ids;

    @Autowired
    private Browsing browsing;

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void aPersonLogsInAtTheProviderAndOutAgainThereToo() throws Exception {
        int providerPort = freePort();
        int port = freePort();
        String subject = "user_" + ids.next().toString().replace("-", "");
        try (Replica replica = Replica.start(
                        database,
                        port,
                        "gangway.sso.issuer=http://127.0.0.1:" + providerPort,
                        "gangway.sso.client-id=" + AuthorizationServer.CLIENT,
                        "gangway.sso.client-secret=" + AuthorizationServer.SECRET,
                        "gangway.sso.name=Harbour");
                AuthorizationServer provider = new AuthorizationServer(providerPort, port)) {
            provider.knows(subject, Map.of("preferred_username", "Ada " + subject, "roles", List.of("USER")));
            Person ada = Person.in(browsing.context(1280, 900, "en-GB"), replica.address());

            ada.open("/account");
            assertThat(link(ada, "Log in with Harbour")).isVisible();
            ada.findsEverythingAccessible("log-in with single sign-on");
            ada.isPictured("desktop-log-in-single-sign-on");
            link(ada, "Log in with Harbour").click();
            ada.page().locator("input[name=username]").fill(subject);
            ada.page().locator("input[name=password]").fill(AuthorizationServer.PASSWORD);
            ada.page().locator("input[name=password]").press("Enter");

            ada.sees("Account");
            assertThat(ada.page().url()).startsWith(replica.address() + "/account");
            assertThat(ada.page().getByText("Ada " + subject)).isVisible();
            ada.click("Log out");
            assertThat(link(ada, "Log in with Harbour")).isVisible();
            link(ada, "Log in with Harbour").click();
            assertThat(ada.page().locator("input[name=username]")).isVisible(); // the provider asks again
        }
    }

    private static Locator link(Person person, String name) {
        return person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
