package dev.gangway.bench.canary;

import dev.gangway.bench.page.PageClient;
import dev.gangway.bench.page.PageTree;
import dev.gangway.bench.page.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the product secrets that are found nowhere else, in every way that it takes and makes them, and has it answer whatever
 * can be asked afterwards. Its pages stay open until it is closed.
 */
public final class SecretWalk implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FILLER = 20_000;
    private static final int READERS = 100;
    private static final String JSON_TYPE = "Content-Type: application/json\r\n";

    private final URI product;
    private final String mark;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<PageClient> open = new ArrayList<>();
    private final Wire wire;

    /** @param mark letters and digits that are in every secret of people's choice */
    public SecretWalk(URI product, String mark) throws IOException {
        this.product = product;
        this.mark = mark;
        wire = new Wire(product.getHost(), product.getPort());
    }

    /** What must not be found, by what it is. */
    public Map<String, String> secrets() {
        return Collections.unmodifiableMap(secrets);
    }

    /** What was answered, by what was asked; without the answers that hand a secret out, which is said once to its owner. */
    public Map<String, String> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** Adds a secret that was given some other way, such as by the configuration. */
    public SecretWalk secret(String what, String secret) {
        secrets.put(what, secret);
        return this;
    }

    /** A password for the secret of that name. */
    public String password(String what) {
        String password = "quince ladder " + mark + " " + what.replace(' ', '-');
        secrets.put(what, password);
        return password;
    }

    /** Everything that people and administrators do with secrets. */
    public void everything(String administrator, String password) throws IOException {
        String name = "ada-" + mark;
        String bearer = logIn(administrator, password, "an administrator's bearer token");
        String first = password("a person's password");
        ask(
                "an account",
                bearer,
                "PUT",
                "/api/accounts/" + name,
                "{\"username\":" + quoted(name) + ",\"roles\":[\"USER\",\"TRAINER\"],\"enabled\":true,\"password\":"
                        + quoted(first) + "}");
        String token = logIn(name, first, "a person's bearer token");
        onboard(name, first, token);
        calendar(name, first, token);
        wrong(name, token);
        secondFactor(name, account(name, first));
        administrate(administrator, password, bearer, name);
        look(administrator, password, bearer, token);
    }

    private void onboard(String name, String password, String token) throws IOException {
        String byApi = key("an API key by the API");
        ask("start", token, "POST", "/api/onboarding/start", "");
        ask(
                "a step by the API",
                token,
                "PUT",
                "/api/onboarding/steps/api_keys",
                "{\"data\":{\"keys\":{\"tavily\":" + quoted(byApi) + "}}}",
                "Idempotency-Key: once-" + mark + "\r\n");
        PageClient page = page().logIn(name, password);
        PageTree keys = page.open("onboarding/api_keys");
        page.set(
                keys.field("vaadin-password-field", "Mistral API key"), "value", quoted(key("an API key by the page")));
        said("a step by the page", page.click(keys.button("Next")), "");
        secrets.put("a person's cookie", cookie(page));
    }

    private void calendar(String name, String password, String token) throws IOException {
        Wire.Answer made =
                send("POST", "/api/v1/booking/calendar-feed", token, "", "Idempotency-Key: feed-" + mark + "\r\n");
        String first = feed(JSON.readTree(made.text()).path("address").asString(""));
        secrets.put("a calendar's address that was replaced", first);
        ask("a calendar that was not", "", "GET", "/calendar/x" + first.substring(1) + ".ics", "");
        ask("a calendar", "", "GET", "/calendar/" + first + ".ics", "");
        PageClient page = page().logIn(name, password);
        PageTree lessons = page.open("student/sessions");
        page.click(lessons.button("Make a new address"))
                .find(node -> node.tag().equals("vaadin-confirm-dialog"))
                .ifPresent(dialog -> page.event(dialog.id(), "confirm", "{}"));
        page.send();
        secrets.put("a calendar's address that a page has shown", feed(address(page.tree())));
        page.go("account");
    }

    private static String address(PageTree page) {
        return page.all().stream()
                .map(node ->
                        node.property("value").map(value -> value.asString("")).orElse(""))
                .filter(value -> value.contains("/calendar/"))
                .findFirst()
                .orElseThrow();
    }

    private static String feed(String address) {
        int start = address.indexOf("/calendar/") + "/calendar/".length();
        return address.substring(start, address.indexOf(".ics", start));
    }

    private void wrong(String name, String token) throws IOException {
        String password = password("a password that was wrong");
        ask("a wrong log-in", "", "POST", "/api/auth/login", logIn(name, password));
        String typedAsName = password("a password typed as a name");
        ask("a password as a name", "", "POST", "/api/auth/login", logIn(typedAsName, "x"));
        form(name, password);
        form(typedAsName, "x");
        String key = key("an API key that is refused");
        ask(
                "a key that is refused",
                token,
                "PUT",
                "/api/onboarding/steps/api_keys",
                "{\"data\":{\"keys\":{\"openai\":" + quoted(key) + "}}}");
        ask(
                "a body that breaks off",
                token,
                "PUT",
                "/api/onboarding/steps/api_keys",
                "{\"data\":{\"keys\":{\"openai\":" + quoted(key));
        ask(
                "a key of the wrong type",
                token,
                "PUT",
                "/api/onboarding/steps/api_keys",
                "{\"data\":{\"keys\":[" + quoted(key) + "]}}");
        ask(
                "a draft of a key",
                token,
                "PUT",
                "/api/onboarding/steps/api_keys/draft",
                "{\"data\":{\"keys\":{\"mistral\":" + quoted(key) + "}}}");
        ask("a token that is none", token + "x", "GET", "/api/sessions", "");
        ask("a token in an address", "", "GET", "/api/sessions?access_token=" + token, "");
        ask("a token on a page", token, "GET", "/account", "");
    }

    private void form(String name, String password) throws IOException {
        String body = "username=" + encoded(name) + "&password=" + encoded(password);
        Wire.Answer answer =
                wire.send("POST", "/login", "Content-Type: application/x-www-form-urlencoded\r\n", bytes(body));
        answers.put("the form with " + name, answer.headers() + answer.text());
    }

    /** Changes the password on the account's page, which stays open; answers the new one. */
    private String account(String name, String present) throws IOException {
        PageClient page = page().logIn(name, present);
        PageTree account = page.open("account");
        String changed = password("a password that was changed");
        page.set(account.field("vaadin-password-field", "Current password"), "value", quoted(present));
        page.set(account.field("vaadin-password-field", "New password"), "value", quoted(changed));
        said("a changed password", page.click(account.button("Change password")), "Password changed");
        return changed;
    }

    /** Sets an authenticator app up, and logs in with one of the recovery codes. */
    private void secondFactor(String name, String password) throws IOException {
        PageClient page = page().logIn(name, password);
        PageTree shown = page.click(page.open("account").button("Set up"));
        String key = codes(shown).getFirst().replace(" ", "");
        secrets.put("an authenticator app's key", key);
        page.set(
                shown.field("vaadin-text-field", "Code that the app shows"),
                "value",
                quoted(Authenticator.code(key, Instant.now())));
        List<String> recovery = codes(page.click(shown.button("Turn on")));
        secrets.put("a recovery code", recovery.getFirst());
        secrets.put("a recovery code that was used", recovery.getLast());
        page.go("student/sessions");
        ask("a log-in without a code", "", "POST", "/api/auth/login", logIn(name, password));
        String body = logIn(name, password).replace("}", ",\"code\":" + quoted(recovery.getLast()) + "}");
        secrets.put("a bearer token of two factors", token(send("POST", "/api/auth/login", "", body, ""), name));
        ask("a recovery code once more", "", "POST", "/api/auth/login", body);
    }

    private static List<String> codes(PageTree page) {
        return page.all().stream()
                .filter(node -> node.tag().equals("code"))
                .map(page::textOf)
                .toList();
    }

    private void administrate(String administrator, String password, String bearer, String name) throws IOException {
        String link = JSON.readTree(send("POST", "/api/accounts/" + name + "/password-link", bearer, "", "")
                        .text())
                .toString();
        secrets.put("a one-time link for a password", link.replaceAll(".*[#=]([A-Za-z0-9_-]{20,}).*", "$1"));
        PageClient page = page().logIn(administrator, password);
        page.open("admin/accounts");
        said("an account", go(page, "admin/accounts", "account=" + name), name);
        page.go("admin/accounts");
        secrets.put("an administrator's cookie", cookie(page));
    }

    /**
     * Has every connection carry something else. The server reads requests into memory that it uses again and does not clear:
     * what was sent last over a connection is there until the next request.
     */
    public void overwrite() throws IOException {
        String filler = "X-Filler: " + "x".repeat(5_000) + "\r\n";
        for (PageClient page : open) {
            page.sendRaw("x".repeat(FILLER));
            page.exchange("POST", "/?v-r=heartbeat&v-uiId=" + page.page(), filler, bytes("x".repeat(FILLER)));
        }
        for (int i = 0; i < 3; i++) {
            wire.send("POST", "/api/none", filler, bytes("x".repeat(FILLER)));
            wire.send("POST", "/login", filler, bytes("x".repeat(FILLER)));
        }
        overwriteIdle(filler);
    }

    /**
     * The server has as many readers of requests as there ever were requests at once, and each goes on having the address that it
     * read last. Requests that are begun all together take all of them up.
     */
    private void overwriteIdle(String filler) throws IOException {
        List<Socket> begun = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                Socket socket = new Socket(product.getHost(), product.getPort());
                begun.add(socket);
                socket.getOutputStream().write(bytes("GET /api/none/" + "x".repeat(300) + " HTTP/1.1\r\n"));
            }
            TimeUnit.SECONDS.sleep(1); // until each has been read from
            for (Socket socket : begun) {
                socket.getOutputStream().write(bytes("Host: x\r\nConnection: close\r\n" + filler + "\r\n"));
                socket.getInputStream().readAllBytes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            for (Socket socket : begun) {
                socket.close();
            }
        }
    }

    /** Looks at everything that there is to see. */
    private void look(String administrator, String password, String bearer, String token) throws IOException {
        PageClient page = page().logIn(administrator, password);
        page.open("account");
        for (String route : List.of(
                "admin/accounts",
                "admin/sessions",
                "admin/wizards",
                "admin/statistics",
                "admin/reconcile",
                "admin/jobs",
                "admin/purchases",
                "admin/trainers",
                "account")) {
            said(route, page.go(route), "");
        }
        for (String path : List.of(
                "/actuator/health",
                "/actuator/info",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/api/sessions",
                "/api/v1/analytics/overview")) {
            ask(path + " as administrator", bearer, "GET", path, "");
        }
        for (String path : List.of(
                "/api/onboarding/summary",
                "/api/onboarding/steps/api_keys",
                "/api/settings/api_keys",
                "/api/users/me/session",
                "/api/users/me/export")) {
            ask(path + " as oneself", token, "GET", path, "");
        }
    }

    private String logIn(String name, String password, String what) throws IOException {
        String token = token(send("POST", "/api/auth/login", "", logIn(name, password), ""), name);
        secrets.put(what, token);
        return token;
    }

    private static String token(Wire.Answer answer, String name) {
        String token = JSON.readTree(answer.text()).path("token").asString("");
        if (token.isEmpty()) {
            throw new IllegalStateException("Not logged in: " + name + ", " + answer.text());
        }
        return token;
    }

    private static String logIn(String name, String password) {
        return "{\"username\":" + quoted(name) + ",\"password\":" + quoted(password) + "}";
    }

    private String key(String what) {
        String key = "tvly" + mark + what.replaceAll("[^A-Za-z]", "");
        secrets.put(what, key);
        return key;
    }

    private static PageTree go(PageClient page, String route, String query) throws IOException {
        return page.event(
                        1,
                        "ui-navigate",
                        "{\"route\":" + quoted(route) + ",\"query\":" + quoted(query)
                                + ",\"appShellTitle\":\"\",\"historyState\":null,\"trigger\":\"\"}")
                .send();
    }

    private static String cookie(PageClient page) {
        String line = page.cookieLine();
        int start = line.indexOf("gangway_login=") + "gangway_login=".length();
        int end = line.indexOf(';', start);
        return line.substring(start, end < 0 ? line.length() - 2 : end);
    }

    private PageClient page() throws IOException {
        PageClient page = new PageClient(product);
        open.add(page);
        return page;
    }

    private void said(String what, PageTree tree, String expected) {
        if (!tree.says(expected) && tree.all().stream().noneMatch(node -> isIn(node, expected))) {
            throw new IllegalStateException(what + " was not answered with " + expected);
        }
        StringBuilder text = new StringBuilder();
        Predicate<PageTree.Node> all = node -> {
            text.append(tree.textOf(node)).append('\n');
            return false;
        };
        var _ = tree.find(all);
        answers.put(what, text.toString());
    }

    /** A note over the page has its text in a property. */
    private static boolean isIn(PageTree.Node node, String expected) {
        return node.property("text")
                .map(text -> text.asString("").contains(expected))
                .orElse(false);
    }

    private void ask(String what, String token, String method, String path, String body) throws IOException {
        ask(what, token, method, path, body, "");
    }

    private void ask(String what, String token, String method, String path, String body, String headers)
            throws IOException {
        Wire.Answer answer = send(method, path, token, body, headers);
        if (answer.status() >= 500) {
            throw new IllegalStateException(what + ": " + answer.status() + " " + answer.text());
        }
        answers.put(what, answer.headers() + answer.text());
    }

    private Wire.Answer send(String method, String path, String token, String body, String headers) throws IOException {
        String bearer = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return wire.send(method, path, bearer + JSON_TYPE + headers, bytes(body));
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (PageClient page : open) {
            page.close();
        }
        wire.close();
    }
}
