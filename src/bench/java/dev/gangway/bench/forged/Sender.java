package dev.gangway.bench.forged;

import dev.gangway.bench.page.PageClient;
import dev.gangway.bench.page.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/** One browser of one account that opens pages and sends forged messages on them. For one thread. */
final class Sender implements AutoCloseable {

    private static final int MESSAGES_A_PAGE = 150;
    private static final int MOST_CALLS = 8;
    /** One of so many pages is opened in a new tab, the others follow in the same one. */
    private static final int TABS = 20;

    private static final int REMEMBERED = 30;
    private static final int LARGEST_ANSWER = 5_000_000;

    private final URI product;
    private final Account account;
    private final Account victim;
    private final String password;
    private final SplittableRandom random;
    private final Findings findings;
    private final Secrets secrets;
    private final List<Forgery> forgeries;
    private final Deque<String> sent = new ArrayDeque<>();
    private final Map<Forgery, Long> counts = new EnumMap<>(Forgery.class);
    private PageClient page;
    private PageClient other;
    private Forger forger;
    private int left;
    private boolean isOpen;
    private boolean isOtherOpen;
    private long opened;
    private long calls;
    private long again;
    private long answered;

    Sender(
            URI product,
            Account account,
            Account victim,
            String password,
            SplittableRandom random,
            Findings findings,
            Secrets secrets)
            throws IOException {
        this.product = product;
        this.account = account;
        this.victim = victim;
        this.password = password;
        this.random = random;
        this.findings = findings;
        this.secrets = secrets;
        this.forgeries = Arrays.stream(Forgery.values())
                .filter(forgery -> !account.isIdle() || forgery.isIdle())
                .flatMap(forgery -> Collections.nCopies(weight(forgery), forgery).stream())
                .toList();
        page = new PageClient(product);
        other = new PageClient(product);
        forger = new Forger(page, random);
    }

    private static int weight(Forgery forgery) {
        return switch (forgery) {
            case FOREIGN_PAGE -> 1;
            case FOREIGN_ROUTE -> 2;
            case SURROUNDINGS, MALFORMED, UPLOAD -> 4;
            default -> 8;
        };
    }

    /** How many messages of each kind were sent. */
    Map<Forgery, Long> counts() {
        return counts;
    }

    /** How many things the messages asked for; most ask for one, some for several. */
    long calls() {
        return calls;
    }

    /** How many pages were opened for them. */
    long opened() {
        return opened;
    }

    /** How often the account had to log in again, because its pages were not there any more. */
    long again() {
        return again;
    }

    /** How many messages were answered by the page itself rather than refused. */
    long answered() {
        return answered;
    }

    void send(int messages) throws IOException {
        for (int i = 0; i < messages; i++) {
            if (isOpen && left-- <= 0 && random.nextInt(TABS) > 0) {
                wander();
            }
            if (!isOpen || left <= 0) {
                open();
            }
            Forgery forgery = forger.one(forgeries);
            counts.merge(forgery, 1L, Long::sum);
            calls++;
            try {
                send(forgery);
            } catch (IOException e) {
                findings.add("no answer to " + forgery, account.name() + ": " + e);
                isOpen = false;
            } catch (JsonNodeException | ClassCastException e) {
                // What this client does not understand of an answer, a browser might.
                isOpen = false;
            }
        }
    }

    /** Opens one of the account's pages, logging in before where that is needed. */
    private void open() throws IOException {
        opened++;
        left = MESSAGES_A_PAGE;
        if (isOpen) {
            page.sendRaw("{\"csrfToken\":" + Json.quoted(page.securityKey()) + ",\"rpc\":[],\"UNLOAD\":true}");
        }
        isOpen = false;
        try {
            page.open(forger.one(account.routes()));
        } catch (IOException | IllegalStateException notLoggedIn) {
            again++;
            page.close();
            page = new PageClient(product);
            forger = new Forger(page, random);
            page.logIn(account.name(), password);
            page.open(forger.one(account.routes()));
        }
        isOpen = true;
    }

    private void send(Forgery forgery) throws IOException {
        switch (forgery) {
            case DISABLED -> several(() -> forger.on(page.tree().disabled()));
            case HIDDEN -> several(() -> forger.on(page.tree().hidden()));
            case REMOVED -> several(forger::removed);
            case ENABLED_BY_HAND -> next(forger.enabledByHand());
            case UNDECLARED_PROPERTY -> next(forger.undeclared());
            case UNPUBLISHED_METHOD -> several(forger::unpublished);
            case PUBLISHED_METHOD -> several(forger::published);
            case WRONG_TOKEN -> deliver(forger.message(forger.offered(), wrongToken(), 0), false);
            case WRONG_NUMBER -> wrongNumber();
            case REPLAYED -> deliver(sent.isEmpty() ? "{}" : forger.one(List.copyOf(sent)), false);
            case REORDERED -> reorder();
            case MALFORMED -> malformed();
            case FOREIGN_ROUTE -> foreignRoute();
            case UPLOAD -> upload();
            case ATTACHED -> several(forger::attached);
            case CHANNEL -> several(forger::channel);
            case FOREIGN_PAGE -> foreignPage();
            case SURROUNDINGS -> surroundings();
            case FOREIGN_ELEMENT -> next(forger.foreign(other().tree()));
            case GUESSED -> several(forger::guessed);
            case PRESSED -> next(forger.pressed());
            case TYPED -> next(forger.typed());
        }
    }

    /** Calls of one kind in one message, as many as there may be of them. */
    private void several(Supplier<String> call) throws IOException {
        List<String> made = Stream.generate(call)
                .limit(random.nextInt(1, MOST_CALLS))
                .filter(one -> !one.isEmpty())
                .toList();
        calls += Math.max(0, made.size() - 1);
        next(String.join(",", made));
    }

    private void next(String calls) throws IOException {
        deliver(forger.message(calls, page.securityKey(), 0), true);
    }

    private void reorder() throws IOException {
        String first = forger.message(forger.removed(), page.securityKey(), 0);
        String second = forger.message(forger.offered(), page.securityKey(), 1);
        check(page, page.sendRaw(second), second);
        deliver(first, true);
    }

    private void malformed() throws IOException {
        if (random.nextInt(2) == 0) {
            deliver(forger.junk().body(), true);
        } else {
            next(forger.junk().invocation());
        }
    }

    /** Goes on to another of the account's pages, in the same tab as a link would. */
    private void wander() throws IOException {
        left = MESSAGES_A_PAGE;
        String route = forger.one(account.routes());
        Wire.Answer answer = page.sendRaw(forger.message(forger.route(route, ""), page.securityKey(), 0));
        JsonNode says = Json.read(answer.text());
        if (isOfThePage(says)) {
            page.take(says);
        } else {
            isOpen = false;
        }
    }

    private void foreignRoute() throws IOException {
        String route = forger.one(account.foreign());
        int query = route.indexOf('?');
        next(forger.route(query < 0 ? route : route.substring(0, query), query < 0 ? "" : route.substring(query + 1)));
        left = Math.min(left, 5);
    }

    private void upload() throws IOException {
        String body =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.jsp\"\r\n\r\nhello\r\n--x--\r\n";
        String path = switch (random.nextInt(4)) {
            case 0 -> "/VAADIN/dynamic/resource/" + page.page() + "/" + id() + "/upload";
            case 1 -> "/VAADIN/dynamic/resource/" + other().page() + "/" + id() + "/export.csv";
            case 2 -> "/VAADIN/dynamic/resource/../../" + random.nextInt(100);
            default -> "/?v-r=uidl&v-uiId=" + page.page();
        };
        check(
                page,
                page.exchange("POST", path, "Content-Type: multipart/form-data; boundary=x\r\n", bytes(body)),
                body);
    }

    private void surroundings() throws IOException {
        int number = random.nextInt(3) == 0 ? random.nextInt(-5, 50) : page.page();
        String path = switch (random.nextInt(9)) {
            case 0 -> "/?v-r=heartbeat&v-uiId=" + number;
            case 1 -> "/?v-r=uidl&v-uiId=" + Json.quoted(forger.junk().text()).replaceAll("[^A-Za-z0-9]", "");
            case 2 -> "/?v-r=uidl";
            case 3 -> "/?v-r=no-such-request&v-uiId=" + number;
            case 4 -> "/?v-r=webcomponent-bootstrap";
            case 5 -> "/?v-r=uidl&v-uiId=99999999999999999999";
            case 6 -> "/" + forger.one(account.foreign());
            case 7 -> "/VAADIN/build/../../WEB-INF/web.xml";
            default -> "/?v-r=uidl&v-uiId=" + number;
        };
        String method = path.startsWith("/?v-r") ? "POST" : "GET";
        check(page, page.exchange(method, path, "", bytes(method.equals("GET") ? "" : "{}")), path);
    }

    /** Uses the page that somebody else has open, with all its numbers and its token, as oneself. */
    private void foreignPage() throws IOException {
        PageClient theirs = other();
        String calls = new Forger(theirs, random).offered();
        String message = "{\"csrfToken\":" + Json.quoted(theirs.securityKey()) + ",\"rpc\":[" + calls + "],\"syncId\":"
                + theirs.syncId() + ",\"clientId\":" + theirs.clientId() + "}";
        String pages = theirs.cookieLine().replaceAll("(?i)gangway_login=[^;\r]*(; )?", "");
        String own =
                page.cookieLine().replaceAll("(?i)JSESSIONID=[^;\r]*(; )?", "").strip();
        String cookies = random.nextInt(3) == 0
                ? pages
                : own + (own.endsWith(":") || own.endsWith(";") ? " " : "; ") + pages.substring("Cookie: ".length());
        PageClient nobody = new PageClient(product);
        try {
            Wire.Answer answer = nobody.exchange(
                    "POST",
                    "/?v-r=uidl&v-uiId=" + theirs.page(),
                    cookies + "Content-Type: application/json; charset=UTF-8\r\n",
                    bytes(message));
            check(nobody, answer, message);
            if (answer.status() == 200 && isOfThePage(Json.read(answer.text()))) {
                findings.add("somebody else's page answered", account.name() + " on the page of " + victim.name());
            }
        } finally {
            nobody.close();
        }
        isOtherOpen = false;
    }

    private PageClient other() throws IOException {
        if (!isOtherOpen) {
            try {
                other.open(forger.one(victim.routes()));
            } catch (IOException | IllegalStateException notLoggedIn) {
                other.close();
                other = new PageClient(product);
                other.logIn(victim.name(), password);
                other.open(forger.one(victim.routes()));
            }
            isOtherOpen = true;
        }
        return other;
    }

    private String wrongToken() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "init";
            case 2 -> isOtherOpen ? other.securityKey() : id();
            default -> id();
        };
    }

    private void wrongNumber() throws IOException {
        String message = forger.message(forger.offered(), page.securityKey(), further());
        // Not to be sent once more: its number may be the next one by then.
        check(page, page.sendRaw(message), message);
    }

    private long further() {
        return switch (random.nextInt(4)) {
            case 0 -> -page.clientId() - 2;
            case 1 -> random.nextInt(2, 5);
            case 2 -> Integer.MAX_VALUE - page.clientId();
            default -> random.nextInt(2, 1_000);
        };
    }

    private void deliver(String message, boolean mayBeTaken) throws IOException {
        remember(message);
        Wire.Answer answer = page.sendRaw(message);
        check(page, answer, message);
        follow(answer, mayBeTaken);
    }

    /** Takes over what the page says; where it says that something went wrong, asks where it stands. */
    private void follow(Wire.Answer answer, boolean mayBeTaken) throws IOException {
        JsonNode says = Json.read(answer.text());
        if (isOfThePage(says)) {
            answered++;
            page.take(says);
        } else if (mayBeTaken || says.path("meta").has("sessionExpired")) {
            Wire.Answer again = page.sendRaw("{\"csrfToken\":" + Json.quoted(page.securityKey())
                    + ",\"rpc\":[],\"syncId\":" + page.syncId() + ",\"clientId\":-1}");
            JsonNode stands = Json.read(again.text());
            if (isOfThePage(stands)) {
                page.take(stands);
            } else {
                isOpen = false;
            }
        }
    }

    /** What the server says instead, where it refuses, has no number of its own. */
    private static boolean isOfThePage(JsonNode says) {
        return says.path("syncId").asInt(-1) >= 0;
    }

    private void check(PageClient whose, Wire.Answer answer, String message) {
        String text = answer.text();
        if (answer.status() >= 500) {
            findings.add("status " + answer.status(), account.name() + " sent " + message + " and got " + text);
        }
        if (answer.size() > LARGEST_ANSWER) {
            findings.add("an answer of megabytes", account.name() + " sent " + message);
        }
        secrets.in(text, account.isAdministrator() && whose != other)
                .ifPresent(what -> findings.add(
                        "an answer tells of " + what,
                        account.name() + " sent " + message + " and got " + around(text, what)));
    }

    private static String around(String text, String what) {
        int at = Math.max(0, text.indexOf(what));
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 300));
    }

    private void remember(String message) {
        if (message.length() < 10_000) {
            sent.add(message);
        }
        if (sent.size() > REMEMBERED) {
            sent.removeFirst();
        }
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        List<PageClient> both = new ArrayList<>(List.of(page, other));
        for (PageClient each : both) {
            each.close();
        }
    }
}
