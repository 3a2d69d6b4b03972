package dev.gangway.base.command;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * A server that is started on an empty folder, does what a first visitor asks of it, and is stopped: the log-in page, a log-in by
 * its form, a step of the onboarding, its Next and the step after it.
 */
final class Rehearsal {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(10);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final String JSON = "application/json";

    private final Process server;
    private final URI address;
    private final Path log;
    private final HttpClient client;

    private Rehearsal(Process server, URI address, Path log, HttpClient client) {
        this.server = server;
        this.address = address;
        this.log = log;
        this.client = client;
    }

    /** Starts a jar with the JVM and its options, walks, and waits until it has ended. */
    static void of(List<String> java, Path jar) throws IOException, InterruptedException {
        Path stage = Files.createTempDirectory("gangway-rehearsal");
        int port = freePort();
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        Path log = stage.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(stage.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // What is configured for the real server, its database above all, is not for this one.
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("GANGWAY_") || name.startsWith("SPRING_") || name.startsWith("SERVER_"));
        Process server = builder.start();
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            new Rehearsal(server, URI.create("http://127.0.0.1:" + port), log, client).walk();
            server.destroy();
            if (!server.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the rehearsal does not end");
            }
        } finally {
            server.destroyForcibly().waitFor();
            FileSystemUtils.deleteRecursively(stage);
        }
    }

    private void walk() throws IOException, InterruptedException {
        String login = firstPage();
        open("login");
        String form = "username=user&password=gangway-demo&_csrf="
                + URLEncoder.encode(found(CSRF, login), StandardCharsets.UTF_8);
        expect(302, post("/login", "application/x-www-form-urlencoded", form));
        open("onboarding/api_keys");
        String credentials = "{\"username\": \"user\", \"password\": \"gangway-demo\"}";
        String token = found(TOKEN, expect(200, post("/api/auth/login", JSON, credentials)));
        HttpRequest next = HttpRequest.newBuilder(address.resolve("/api/onboarding/steps/api_keys"))
                .header("Content-Type", JSON)
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.ofString("{\"data\": {\"keys\": {\"mistral\": \"0123456789abcdefghij\"}}}"))
                .build();
        expect(200, next);
        open("onboarding/website");
    }

    private String firstPage() throws InterruptedException, IOException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (server.isAlive() && System.nanoTime() < end) {
            try {
                return get("/login");
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50); // Not listening yet
            }
        }
        throw failed("it does not start");
    }

    /** The document, the start of the page's own program, and the way to its view. */
    private void open(String path) throws IOException, InterruptedException {
        get("/" + path);
        String init = get("/?v-r=init&location=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                + "&query=&v-sh=720&v-sw=1280&v-wh=720&v-ww=1280&v-bh=720&v-bw=1280&v-tzo=0&v-dstd=0&v-rtzo=0"
                + "&v-dston=false&v-tzid=UTC&v-td=false&v-pr=1&v-cs=light&v-tn=aura");
        String navigate = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}""".formatted(found(KEY, init), path);
        expect(200, post("/?v-r=uidl&v-uiId=" + found(PAGE, init), JSON, navigate));
    }

    private String get(String path) throws IOException, InterruptedException {
        return expect(200, HttpRequest.newBuilder(address.resolve(path)).build());
    }

    private HttpRequest post(String path, String type, String body) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String expect(int status, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw failed(request.uri() + " is answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw failed("a page lacks " + pattern);
        }
        return matcher.group(1);
    }

    private IllegalStateException failed(String why) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return new IllegalStateException("the rehearsal failed, " + why + "; its last words were: "
                + String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size())));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
