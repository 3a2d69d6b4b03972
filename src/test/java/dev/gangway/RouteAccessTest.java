package dev.gangway;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.onboarding.OnboardingStep;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and every endpoint against every role; one that has no row here fails. */
@GangwayTest
class RouteAccessTest {

    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> USER = EnumSet.of(Role.USER);
    private static final Set<Role> ADMIN = EnumSet.of(Role.ADMIN);

    /** The pages that nobody has to log in for. */
    private static final Set<String> OPEN_PAGES = Set.of("login", "first-administrator", "password");

    private static final Map<String, Set<Role>> PAGES = Map.ofEntries(
            Map.entry("", EVERYONE),
            Map.entry("login", EVERYONE),
            Map.entry("first-administrator", EVERYONE),
            Map.entry("password", EVERYONE),
            Map.entry("second-factor", EVERYONE),
            Map.entry("account", EVERYONE),
            Map.entry("admin/accounts", ADMIN),
            Map.entry("onboarding/:step?(api_keys|website|research|persona|first_declaration|summary)", USER),
            Map.entry("settings", USER),
            Map.entry("admin/statistics", ADMIN),
            Map.entry("admin/wizards", ADMIN),
            Map.entry("admin/wizards/:id", ADMIN),
            Map.entry("admin/wizards/:id/versions", ADMIN),
            Map.entry("admin/sessions", ADMIN),
            Map.entry("admin/reconcile/:copy?", ADMIN),
            Map.entry("admin/jobs", ADMIN),
            Map.entry("admin/purchases/:part?", ADMIN),
            Map.entry("admin/trainers/:part?", ADMIN),
            Map.entry("wizards", USER),
            Map.entry("wizards/run/:id/:step?", USER),
            Map.entry("student/sessions", USER),
            Map.entry("trainer/sessions", EnumSet.of(Role.TRAINER)),
            Map.entry("sessions", USER));

    private static final Map<String, Set<Role>> ENDPOINTS = Map.ofEntries(
            Map.entry("GET /api/sessions/current", EVERYONE),
            Map.entry("DELETE /api/sessions/current", EVERYONE),
            Map.entry("GET /api/sessions", EVERYONE),
            Map.entry("DELETE /api/sessions/{id}", EVERYONE),
            Map.entry("POST /api/sessions/invalidate-all", EVERYONE),
            Map.entry("POST /api/auth/clear-cache", EVERYONE),
            Map.entry("GET /api/users/me/session", EVERYONE),
            Map.entry("GET /api/users/me/export", EVERYONE),
            Map.entry("DELETE /api/users/me", EVERYONE),
            Map.entry("POST /api/onboarding/start", EnumSet.of(Role.USER, Role.ADMIN)),
            Map.entry("GET /api/onboarding/status", USER),
            Map.entry("GET /api/onboarding/summary", USER),
            Map.entry("POST /api/onboarding/complete", USER),
            Map.entry("DELETE /api/onboarding", USER),
            Map.entry("POST /api/onboarding/cleanup", ADMIN),
            Map.entry("GET /api/onboarding/steps/{name}", USER),
            Map.entry("PUT /api/onboarding/steps/{name}", USER),
            Map.entry("PUT /api/onboarding/steps/{name}/draft", USER),
            Map.entry("POST /api/onboarding/steps/{name}/skip", USER),
            Map.entry("POST /api/onboarding/website/analyze", USER),
            Map.entry("POST /api/onboarding/persona/generate", USER),
            Map.entry("POST /api/onboarding/first-declaration", USER),
            Map.entry("GET /api/settings/{name}", USER),
            Map.entry("PUT /api/settings/{name}", USER),
            Map.entry("GET /api/accounts/{user_id}", ADMIN),
            Map.entry("PUT /api/accounts/{user_id}", ADMIN),
            Map.entry("DELETE /api/accounts/{user_id}", ADMIN),
            Map.entry("POST /api/accounts/{user_id}/password-link", ADMIN),
            Map.entry("DELETE /api/accounts/{user_id}/second-factor", ADMIN),
            Map.entry("GET /api/v1/templates", USER),
            Map.entry("POST /api/v1/templates/from-session/{id}", USER),
            Map.entry("POST /api/v1/templates/{id}/replay", USER),
            Map.entry("DELETE /api/v1/templates/{id}", USER),
            Map.entry("GET /api/v1/wizards", EnumSet.of(Role.USER, Role.ADMIN)),
            Map.entry("GET /api/v1/wizards/{id}", EnumSet.of(Role.USER, Role.ADMIN)),
            Map.entry("GET /api/v1/wizards/{id}/versions", ADMIN),
            Map.entry("GET /api/v1/wizards/{id}/versions/{version}", EnumSet.of(Role.USER, Role.ADMIN)),
            Map.entry("GET /api/v1/wizards/schema", EnumSet.of(Role.USER, Role.ADMIN)),
            Map.entry("GET /api/v1/wizards/{id}/export", ADMIN),
            Map.entry("POST /api/v1/wizards/import", ADMIN),
            Map.entry("POST /api/v1/wizards/{id}/publish", ADMIN),
            Map.entry("POST /api/v1/wizards/{id}/archive", ADMIN),
            Map.entry("POST /api/v1/sessions", USER),
            Map.entry("GET /api/v1/sessions", USER),
            Map.entry("GET /api/v1/sessions/{id}", USER),
            Map.entry("PUT /api/v1/sessions/{id}", USER),
            Map.entry("DELETE /api/v1/sessions/{id}", USER),
            Map.entry("PUT /api/v1/sessions/{id}/steps/{key}", USER),
            Map.entry("PUT /api/v1/sessions/{id}/complete", USER),
            Map.entry("POST /api/v1/wizards/{id}/move", ADMIN),
            Map.entry("GET /api/v1/wizards/{id}/moves/{move_id}", ADMIN),
            Map.entry("POST /api/v1/wizards/{id}/moves/{move_id}/cancel", ADMIN),
            Map.entry("GET /api/v1/booking/zones", ADMIN),
            Map.entry("GET /api/v1/booking/zones/{id}", ADMIN),
            Map.entry("PUT /api/v1/booking/zones/{id}", ADMIN),
            Map.entry("GET /api/v1/booking/courses", ADMIN),
            Map.entry("GET /api/v1/booking/courses/{id}", ADMIN),
            Map.entry("PUT /api/v1/booking/courses/{id}", ADMIN),
            Map.entry("GET /api/v1/booking/trainers", ADMIN),
            Map.entry("GET /api/v1/booking/trainers/{id}", ADMIN),
            Map.entry("PUT /api/v1/booking/trainers/{id}", ADMIN),
            Map.entry("POST /api/v1/booking/trainers/{id}/departure/proposal", ADMIN),
            Map.entry("POST /api/v1/booking/trainers/{id}/departure", ADMIN),
            Map.entry("POST /api/v1/booking/auto-assign-trainer", ADMIN),
            Map.entry("POST /api/v1/booking/assignments/what-if", ADMIN),
            Map.entry("GET /api/v1/booking/purchases/{id}", EVERYONE),
            Map.entry("GET /api/v1/booking/purchases/{id}/verdict", ADMIN),
            Map.entry("PATCH /api/v1/booking/purchase-sessions/{id}", ADMIN),
            Map.entry("GET /api/v1/booking/tutoring-sessions", EVERYONE),
            Map.entry("POST /api/v1/booking/tutoring-sessions/{id}/start", EnumSet.of(Role.TRAINER, Role.ADMIN)),
            Map.entry("POST /api/v1/booking/tutoring-sessions/{id}/complete", EnumSet.of(Role.TRAINER, Role.ADMIN)),
            Map.entry("POST /api/v1/booking/tutoring-sessions/{id}/cancel", EnumSet.of(Role.TRAINER, Role.ADMIN)),
            Map.entry("POST /api/v1/booking/tutoring-sessions/{id}/confirm", EVERYONE),
            Map.entry("POST /api/v1/booking/tutoring-sessions/{id}/dispute", EVERYONE),
            Map.entry("POST /api/v1/booking/tutoring-sessions/{id}/absence", EVERYONE),
            Map.entry("POST /api/v1/booking/tutoring-sessions/{id}/reschedule", EVERYONE),
            Map.entry("GET /api/v1/booking/reschedules", EVERYONE),
            Map.entry("POST /api/v1/booking/reschedules/{id}/approve", EVERYONE),
            Map.entry("POST /api/v1/booking/reschedules/{id}/decline", EVERYONE),
            Map.entry("POST /api/v1/booking/reschedules/{id}/withdraw", EVERYONE),
            Map.entry("POST /api/v1/booking/sync-sessions/{id}", ADMIN),
            Map.entry("POST /api/v1/booking/sync-sessions/all", ADMIN),
            Map.entry("POST /api/v1/booking/sync-sessions/session/{id}", ADMIN),
            Map.entry("GET /api/v1/booking/calendar-feed", EnumSet.of(Role.USER, Role.TRAINER)),
            Map.entry("POST /api/v1/booking/calendar-feed", EnumSet.of(Role.USER, Role.TRAINER)),
            Map.entry("DELETE /api/v1/booking/calendar-feed", EnumSet.of(Role.USER, Role.TRAINER)),
            Map.entry("GET /api/v1/analytics/overview", ADMIN),
            Map.entry("GET /api/v1/analytics/wizards/{id}", ADMIN),
            Map.entry("GET /actuator/prometheus", ADMIN),
            Map.entry("GET /actuator/info", ADMIN));

    private static final Set<String> OPEN_ENDPOINTS = Set.of("POST /api/auth/login", "GET /calendar/{token}.ics");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Ids ids;

    @Autowired
    private ServletContext servletContext;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @Test
    void everyPageHasARow() {
        Set<String> routes =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext))
                        .getRegisteredRoutes()
                        .stream()
                        .map(route -> route.getTemplate())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes).isEqualTo(new TreeSet<>(PAGES.keySet()));
    }

    @Test
    void everyEndpointHasARow() {
        Set<String> endpoints = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(endpoint -> endpoint.contains(" /api/") || endpoint.contains(" /calendar/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = Stream.concat(ENDPOINTS.keySet().stream(), OPEN_ENDPOINTS.stream())
                .filter(endpoint -> endpoint.contains(" /api/") || endpoint.contains(" /calendar/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(endpoints).isEqualTo(rows);
    }

    @TestFactory
    Stream<DynamicTest> pagesOpenForTheirRolesAndAreNotThereForOthers() {
        return PAGES.keySet().stream()
                .flatMap(page -> EVERYONE.stream()
                        .map(role -> DynamicTest.dynamicTest("/" + page + " as " + role, () -> {
                            HttpResponse<String> answer =
                                    call("GET /" + page, "Cookie", "gangway_login=" + token(role));
                            assertThat(answer.statusCode())
                                    .isEqualTo(rolesOf(PAGES, page).contains(role) ? 200 : 404);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> pagesAskWhoeverIsNotLoggedIn() {
        return Stream.concat(PAGES.keySet().stream(), Stream.of("no-such-page"))
                .map(page -> DynamicTest.dynamicTest("/" + page, () -> {
                    HttpResponse<String> answer = call("GET /" + page, "Accept", "text/html");
                    assertThat(answer.statusCode()).isEqualTo(OPEN_PAGES.contains(page) ? 200 : 302);
                }));
    }

    @Test
    void aPageThatIsNotAllowedAnswersLikeOneThatDoesNotExist() {
        String cookie = "gangway_login=" + token(Role.TRAINER);
        HttpResponse<String> forbidden = call("GET /settings", "Cookie", cookie);
        HttpResponse<String> missing = call("GET /settinga", "Cookie", cookie);

        assertThat(forbidden.statusCode()).isEqualTo(missing.statusCode()).isEqualTo(404);
        assertThat(withoutChance(forbidden.body())).isEqualTo(withoutChance(missing.body()));
        assertThat(withoutChance(forbidden)).isEqualTo(withoutChance(missing));
    }

    @Test
    void everyStepOfTheOnboardingHasAnAddressAndNothingElseHas() {
        String cookie = "gangway_login=" + token(Role.USER);

        for (OnboardingStep step : OnboardingStep.values()) {
            assertThat(call("GET /onboarding/" + step.key(), "Cookie", cookie).statusCode())
                    .isEqualTo(200);
        }
        assertThat(call("GET /onboarding/none", "Cookie", cookie).statusCode()).isEqualTo(404);
        assertThat(call("GET /onboarding/summary/none", "Cookie", cookie).statusCode())
                .isEqualTo(404);
    }

    @TestFactory
    Stream<DynamicTest> endpointsAnswerTheirRolesOnly() {
        return ENDPOINTS.keySet().stream()
                .flatMap(endpoint -> EVERYONE.stream()
                        .map(role -> DynamicTest.dynamicTest(endpoint + " as " + role, () -> {
                            int status = call(endpoint, "Authorization", "Bearer " + token(role))
                                    .statusCode();
                            if (rolesOf(ENDPOINTS, endpoint).contains(role)) {
                                assertThat(status).isNotIn(401, 403).isLessThan(500);
                            } else {
                                assertThat(status).isEqualTo(403);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> endpointsAnswerNobodyWithoutAToken() {
        return ENDPOINTS.keySet().stream()
                .flatMap(endpoint -> Stream.of(
                                "no token", "Bearer ", "Bearer made-up", "Basic dXNlcjpnYW5nd2F5LWRlbW8=")
                        .map(sent -> DynamicTest.dynamicTest(endpoint + " with " + sent, () -> {
                            HttpResponse<String> answer = call(endpoint, "Authorization", sent);
                            assertThat(answer.statusCode()).isEqualTo(401);
                            assertThat(answer.headers().firstValue("Content-Type"))
                                    .contains("application/problem+json");
                        })));
    }

    @Test
    void theApiDoesNotKnowTheCookieOfThePages() {
        assertThat(call("GET /api/sessions", "Cookie", "gangway_login=" + token(Role.USER))
                        .statusCode())
                .isEqualTo(401);
    }

    private static Set<Role> rolesOf(Map<String, Set<Role>> rows, String row) {
        return Objects.requireNonNull(rows.get(row));
    }

    private String token(Role role) {
        AccountOutcome made = accounts.create(NewAccount.named("access-" + ids.next(), role));
        Account account = ((AccountOutcome.Saved) made).account();
        return loginSessions
                .begin(account, LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .token();
    }

    private HttpResponse<String> call(String endpoint, String header, String value) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replaceAll("/:step\\?(\\([^)]*\\))?", "")
                .replace(":id", "018f0000-0000-7000-8000-000000000000")
                .replace("/:copy?", "")
                .replace("{name}", "website")
                .replace("{user_id}", "nobody")
                .replace("{version}", "1")
                .replace("{key}", "basics")
                .replace("{move_id}", "018f0000-0000-7000-8000-000000000001")
                .replace("{id}", "018f0000-0000-7000-8000-000000000000");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(header, value)
                .header("Content-Type", "application/json")
                .method(method, method.startsWith("P") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String withoutChance(String body) {
        return body.replaceAll("nonce=\"[^\"]*\"", "").replaceAll("content=\"[^\"]*\"", "");
    }

    private static Set<String> withoutChance(HttpResponse<String> answer) {
        return answer.headers().map().keySet();
    }
}
