package dev.gangway.bench.page;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person with one open page, as the server sees them: cookies, the log-in form, and the messages by which a page tells what
 * was typed and clicked and learns what to show. For one thread; without push, so that what others change comes with the next
 * answer.
 */
public final class PageClient implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private PageTree tree = new PageTree();
    private StringJoiner waiting = new StringJoiner(",");
    private String securityKey = "";
    private String pushId = "";
    private int page;
    private long syncId;
    private long clientId;
    private int bytes;

    /** A person who has not opened anything yet. */
    public PageClient(URI server) throws IOException {
        wire = new Wire(server.getHost(), server.getPort());
    }

    /** Logs in by the form of the log-in page. */
    public PageClient logIn(String name, String password) throws IOException {
        Matcher csrf =
                CSRF.matcher(answered(200, wire.get("/login", cookieLine())).text());
        if (!csrf.find()) {
            throw new IllegalStateException("The log-in page has no token");
        }
        String form =
                "_csrf=" + encoded(csrf.group(1)) + "&username=" + encoded(name) + "&password=" + encoded(password);
        Wire.Answer answer = answered(
                302,
                wire.send(
                        "POST",
                        "/login",
                        cookieLine() + "Content-Type: application/x-www-form-urlencoded\r\n",
                        form.getBytes(StandardCharsets.UTF_8)));
        String next = answer.header("location").orElse("");
        if (next.contains("/login")) {
            throw new IllegalStateException("The log-in was refused: " + next);
        }
        return this;
    }

    /** Takes a cookie along, for example that of a log-in that was made elsewhere. */
    public PageClient cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /**
     * Opens an address as a browser does: the document, the start of the page's own program, and the way to its view.
     *
     * @param path without the first slash, such as {@code onboarding/research}
     */
    public PageTree open(String path) throws IOException {
        answered(200, wire.get("/" + path, cookieLine() + "Accept: text/html\r\n"));
        String init = "/?v-r=init&location=" + encoded(path) + "&query=&v-sh=720&v-sw=1280&v-wh=720&v-ww=1280&v-bh=720"
                + "&v-bw=1280&v-curdate=" + System.currentTimeMillis()
                + "&v-tzo=0&v-dstd=0&v-rtzo=0&v-dston=false&v-tzid=UTC"
                + "&v-wn=v-0." + System.nanoTime() + "&v-td=false&v-pr=1&v-np=Linux&v-cs=light&v-pv=VISIBLE&v-tn=aura";
        JsonNode config = JSON.readTree(
                        answered(200, wire.get(init, cookieLine())).body())
                .path("appConfig");
        page = config.path("v-uiId").intValue();
        JsonNode uidl = config.path("uidl");
        securityKey = uidl.path("Vaadin-Security-Key").stringValue();
        pushId = uidl.path("Vaadin-Push-ID").asString("");
        syncId = uidl.path("syncId").longValue();
        clientId = 0;
        tree = new PageTree();
        tree.apply(uidl);
        return go(path);
    }

    /** Goes to another address of the product on the same page, as a link does. */
    public PageTree go(String path) throws IOException {
        event(
                1,
                "ui-navigate",
                "{\"route\":" + quoted(path)
                        + ",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":null,\"trigger\":\"\"}");
        return send();
    }

    /** What the page shows. */
    public PageTree tree() {
        return tree;
    }

    /** Sets a property as typing or choosing does; it is told with the next {@link #send()}. */
    public PageClient set(PageTree.Node node, String property, String json) {
        waiting.add("{\"type\":\"mSync\",\"node\":" + node.id() + ",\"feature\":1,\"property\":" + quoted(property)
                + ",\"value\":" + json + "}");
        tree.eventFor(node, property).ifPresent(event -> event(node.id(), event, "{}"));
        return this;
    }

    /** Clicks and waits for what the server says to it. */
    public PageTree click(PageTree.Node node) throws IOException {
        StringJoiner data = new StringJoiner(",", "{", "}");
        tree.listener(node, "click")
                .ifPresent(constant -> constant.propertyNames().stream()
                        .filter(name -> name.startsWith("event."))
                        .forEach(name -> data.add(quoted(name) + ":" + (name.endsWith("Key") ? "false" : "1"))));
        event(node.id(), "click", data.toString());
        return send();
    }

    /** Adds any event; it is told with the next {@link #send()}. */
    public PageClient event(int node, String event, String data) {
        return call("{\"type\":\"event\",\"node\":" + node + ",\"event\":" + quoted(event) + ",\"data\":" + data + "}");
    }

    /** Adds any call, as it stands; it is told with the next {@link #send()}. */
    public PageClient call(String json) {
        waiting.add(json);
        return this;
    }

    /** Tells the server all that waits, and takes its answer over. */
    public PageTree send() throws IOException {
        Wire.Answer answer = answered(200, sendRaw(message()));
        bytes = answer.size();
        JsonNode uidl = JSON.readTree(answer.body());
        if (uidl.path("meta").has("appError") || uidl.path("meta").has("sessionExpired")) {
            throw new IllegalStateException(answer.text());
        }
        return take(uidl);
    }

    /** Takes an answer over that came to something else than {@link #send()}; one that was had before, as browsers do, not again. */
    public PageTree take(JsonNode uidl) {
        if (uidl.path("resynchronize").asBoolean(false)) {
            tree.forget();
        } else if (uidl.path("syncId").asLong(Long.MAX_VALUE) <= syncId) {
            return tree;
        }
        syncId = uidl.path("syncId").asLong(syncId);
        clientId = uidl.path("clientId").asLong(clientId);
        tree.apply(uidl);
        return tree;
    }

    /** The message with all that waits, as {@link #send()} would send it; nothing waits afterwards. */
    public String message() {
        String message = "{\"csrfToken\":" + quoted(securityKey) + ",\"rpc\":[" + waiting + "],\"syncId\":" + syncId
                + ",\"clientId\":" + clientId + "}";
        waiting = new StringJoiner(",");
        return message;
    }

    /** Sends any body to the open page and looks at nothing in the answer. */
    public Wire.Answer sendRaw(String body) throws IOException {
        return keepingCookies(wire.send(
                "POST",
                "/?v-r=uidl&v-uiId=" + page,
                cookieLine() + "Content-Type: application/json; charset=UTF-8\r\n",
                body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Asks for anything else with the cookies; {@code headers} are whole lines, each with its line end. */
    public Wire.Answer exchange(String method, String path, String headers, byte[] body) throws IOException {
        return keepingCookies(wire.send(method, path, cookieLine() + headers, body));
    }

    /** How many bytes the last answer to {@link #send()} had, uncompressed. */
    public int lastBytes() {
        return bytes;
    }

    /** The number of the page within the person's web session. */
    public int page() {
        return page;
    }

    /** What names this web session to the push connection. */
    public String pushId() {
        return pushId;
    }

    /** The number of the last answer that was taken over. */
    public long syncId() {
        return syncId;
    }

    /** The number that the server expects of the next message. */
    public long clientId() {
        return clientId;
    }

    /** What every message has to bring along. */
    public String securityKey() {
        return securityKey;
    }

    /** The line of the request that takes the cookies along; empty without any. */
    public String cookieLine() {
        if (cookies.isEmpty()) {
            return "";
        }
        StringJoiner line = new StringJoiner("; ", "Cookie: ", "\r\n");
        cookies.forEach((name, value) -> line.add(name + "=" + value));
        return line.toString();
    }

    private Wire.Answer answered(int status, Wire.Answer answer) {
        keepingCookies(answer);
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.headers() + " " + answer.text());
        }
        return answer;
    }

    private Wire.Answer keepingCookies(Wire.Answer answer) {
        for (Map.Entry<String, String> header : answer.headers()) {
            if (header.getKey().equals("set-cookie")) {
                String pair = header.getValue().split(";", 2)[0];
                int equals = pair.indexOf('=');
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return answer;
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
