package dev.gangway.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.Accounts;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.WebProblems;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;

@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class RateLimitFilterTest {

    @Autowired
    private WebProblems problems;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestAccounts testAccounts;

    @LocalServerPort
    private int port;

    @Autowired
    private FilterChainProxy chains;

    @Test
    void whoComesTooOftenIsToldWhenToComeAgainAndOthersAreNotHeldBack(CapturedOutput output) throws Exception {
        RateLimit limit = new RateLimits(new ApiProperties(1)).requests();
        RateLimitFilter filter = new RateLimitFilter(limit, problems, request -> "address " + request.getRemoteAddr());

        assertThat(call(filter, "192.0.2.1").getStatus()).isEqualTo(200);
        MockHttpServletResponse refused = call(filter, "192.0.2.1");
        call(filter, "192.0.2.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(call(filter, "192.0.2.2").getStatus()).isEqualTo(200);
        assertThat(output.getAll().split("rate_limited what=address", -1)).hasSize(2);
    }

    @Test
    void pagesAndApiAreGuardedAlike() {
        for (String path : List.of("/account", "/api/sessions/current")) {
            assertThat(chains.getFilters(path))
                    .filteredOn(RateLimitFilter.class::isInstance)
                    .as(path)
                    .hasSize(3);
        }
    }

    @Test
    void whatCostsMuchIsHeldBackSooner() throws Exception {
        UserId ada = testAccounts.user();
        String token = loginSessions
                .begin(accounts.find(ada).orElseThrow(), LoginKind.API, new Origin("127.0.0.1", "test"))
                .orElseThrow()
                .token();

        assertThat(status(token, "GET", "/api/users/me/export")).isEqualTo(200);
        assertThat(isHeldBack(token, "POST", "/api/onboarding/website/analyze")).isTrue();
        assertThat(isHeldBack(token, "GET", "/api/users/me/export")).isTrue();
        assertThat(isHeldBack(token, "GET", "/api/sessions/current")).isFalse();
    }

    /** Sooner or later: while they are made some are allowed again. */
    private boolean isHeldBack(String token, String method, String path) throws Exception {
        for (int i = 0; i < 10 * RateLimits.COSTLY; i++) {
            if (status(token, method, path) == 429) {
                return true;
            }
        }
        return false;
    }

    private int status(String token, String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static MockHttpServletResponse call(RateLimitFilter filter, String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/sessions/current");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
