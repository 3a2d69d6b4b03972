package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Timeout(90)
class WebsiteFetcherTest {

    /** Ample, so that a busy machine fails no test that is not about time. */
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final String PAGE = "<html><title>Grüße</title><p>Hello</p></html>";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private WebsiteFetcher fetcher;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        fetcher = fetcher("127.0.0.1:" + port(), "other.test");
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aPageIsFetched() {
        answer("/", 200, "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));

        assertThat(fetch("/")).isInstanceOfSatisfying(FetchResult.Fetched.class, page -> {
            assertThat(page.html()).isEqualTo(PAGE);
            assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_8);
            assertThat(page.uri()).hasPath("/");
        });
    }

    @Test
    void theRequestNamesItselfAndCarriesNoCookiesOrCredentials() {
        var headers = new LinkedBlockingQueue<Headers>();
        server.createContext("/", exchange -> {
            headers.add(exchange.getRequestHeaders());
            exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
            if (exchange.getRequestURI().getPath().equals("/")) {
                redirect(exchange, "/next");
            } else {
                respond(exchange, 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(fetch("/")).isInstanceOf(FetchResult.Fetched.class);
        assertThat(headers).hasSize(2).allSatisfy(sent -> {
            assertThat(sent).doesNotContainKeys("Cookie", "Authorization", "Upgrade");
            assertThat(sent.getFirst("User-Agent")).startsWith("Gangway");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=iso-8859-1 | windows-1252 | ''",
                "text/html | UTF-8 | ''",
                "text/html | windows-1252 | ''",
                "text/html | ISO-8859-15 | <meta charset='ISO-8859-15'>",
                "text/html; charset=utf-8 | UTF-8 | <meta charset='ISO-8859-15'>",
                "text/html | UTF-8 | <meta http-equiv=Content-Type content='text/html; charset=utf-8'>",
                "application/xhtml+xml | UTF-16BE | \uFEFF",
                "text/html; charset=nonsense | UTF-8 | ''",
            })
    void thePagesCharacterSetIsFound(String type, String charset, String start) {
        byte[] body = (start + PAGE).getBytes(Charset.forName(charset));
        answer("/", 200, type, body);

        assertThat(fetch("/"))
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        page -> assertThat(page.html()).contains("Grüße").doesNotContain("\uFEFF"));
    }

    @Test
    void fiveRedirectsAreFollowedAndTheSixthIsNot() {
        server.createContext("/", exchange -> {
            int left = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (left == 0) {
                respond(exchange, 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
            } else {
                redirect(exchange, "/" + (left - 1));
            }
        });

        assertThat(fetch("/5"))
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        page -> assertThat(page.uri()).hasPath("/0"));
        assertThat(fetch("/6")).isEqualTo(FetchResult.failed("too_many_redirects", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "//192.168.1.1/",
                "http://[::1]/",
                "http://[::ffff:7f00:1]/",
                "http://2130706433/",
                "http://private.test/",
                "http://half.test/"
            })
    void aRedirectToAnAddressThatIsNotPublicIsRefused(String target) {
        server.createContext("/", exchange -> redirect(exchange, target));

        assertThat(fetch("/"))
                .isInstanceOfSatisfying(
                        FetchResult.Refused.class,
                        refused -> assertThat(refused.message().key()).isEqualTo("website.fetch.not_public"));
    }

    @Test
    void aRedirectToAnotherPortOfTheSameMachineIsRefused() {
        server.createContext("/", exchange -> redirect(exchange, "http://127.0.0.1:1/"));

        assertThat(fetch("/")).isEqualTo(FetchResult.refused("port", 1));
    }

    @Test
    void whereHostsAreListedNoOtherIsReadNotEvenAfterARedirect() {
        server.createContext("/", exchange -> redirect(exchange, "http://elsewhere.test/"));
        WebsiteProperties listed = new WebsiteProperties(
                List.of("127.0.0.1"),
                List.of("127.0.0.1", "Example.org"),
                AMPLE,
                DataSize.ofMegabytes(2),
                5,
                "Gangway/test");
        WebsiteFetcher narrow = new WebsiteFetcher(listed, WebsiteFetcherTest::addresses);

        assertThat(narrow.fetch(url("http://127.0.0.1:" + port() + "/")))
                .isEqualTo(FetchResult.refused("not_listed", "elsewhere.test"));
        assertThat(narrow.fetch(url("http://notexample.org/")))
                .isEqualTo(FetchResult.refused("not_listed", "notexample.org"));
        assertThat(listed.lists("www.example.org")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "http://a:b@other.test/", "http://"})
    void aRedirectToSomethingElseThanAWebPageIsRefused(String target) {
        server.createContext("/", exchange -> redirect(exchange, target));

        assertThat(fetch("/")).isEqualTo(FetchResult.refused("redirect_target"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "0",
                "0x7f000001",
                "017700000001",
                "127.1",
                "10.1",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:169.254.169.254]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:7f00:1::]",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "169.254.169.254",
                "private.test",
                "half.test",
                "192.168.0.1"
            })
    void anAddressThatIsNotPublicIsRefused(String host) {
        WebsiteFetcher strict = fetcher();

        assertThat(strict.fetch(url("http://" + host + "/")))
                .isInstanceOfSatisfying(
                        FetchResult.Refused.class,
                        refused -> assertThat(refused.message().key()).isEqualTo("website.fetch.not_public"));
        assertThat(strict.fetch(url("https://" + host + "/"))).isInstanceOf(FetchResult.Refused.class);
    }

    @Test
    void aPortThatIsNotTheWebsIsRefused() {
        assertThat(fetcher().fetch(url("http://example.org:22/"))).isEqualTo(FetchResult.refused("port", 22));
        assertThat(fetcher().fetch(url("https://example.org:80/"))).isEqualTo(FetchResult.refused("port", 80));
    }

    @Test
    void aNameIsResolvedOnceSoThatRebindingGainsNothing() {
        AtomicInteger asked = new AtomicInteger();
        answer("/", 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
        WebsiteFetcher rebound = new WebsiteFetcher(properties(AMPLE, "rebind.test"), host ->
                new InetAddress[] {InetAddress.ofLiteral(asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1")});

        assertThat(rebound.fetch(url("http://rebind.test:" + port() + "/"))).isInstanceOf(FetchResult.Fetched.class);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"application/pdf", "image/png", "application/json", "text/plain"})
    void anAnswerThatIsNoWebPageIsNamed(String type) {
        answer("/", 200, type, new byte[] {1, 2, 3});

        assertThat(fetch("/")).isEqualTo(FetchResult.failed("not_a_page", type));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410, 429, 500, 503})
    void anErrorOfTheServerIsNamed(int status) {
        answer("/", status, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));

        assertThat(fetch("/")).isEqualTo(FetchResult.failed("status", status));
    }

    @Test
    void aPageLargerThanAllowedIsRefusedByItsLengthAndByItsBytes() {
        byte[] large = "a".repeat(2 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
        answer("/known", 200, "text/html", large);
        server.createContext("/unknown", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(large);
            }
        });

        assertThat(fetch("/known")).isEqualTo(FetchResult.failed("too_large", 2));
        assertThat(fetch("/unknown")).isEqualTo(FetchResult.failed("too_large", 2));
    }

    @Test
    void aPageOfExactlyTheAllowedSizeIsRead() {
        answer("/", 200, "text/html", "a".repeat(2 * 1024 * 1024).getBytes(StandardCharsets.UTF_8));

        assertThat(fetch("/")).isInstanceOf(FetchResult.Fetched.class);
    }

    @Test
    void anEndlessPageIsCut() {
        endless("/", 200, "a".repeat(10_000), Duration.ZERO);

        assertThat(fetch("/")).isEqualTo(FetchResult.failed("too_large", 2));
    }

    @Test
    void anEndlessErrorOrRedirectBodyIsNotRead() {
        endless("/error", 500, "a".repeat(10_000), Duration.ZERO);

        assertThat(fetch("/error")).isEqualTo(FetchResult.failed("status", 500));
    }

    @Test
    void aPageThatDripsSlowlyIsGivenUpInTime() {
        endless("/", 200, "a", Duration.ofMillis(50));

        assertThatItIsGivenUpInTime(() -> hurried().fetch(url("http://127.0.0.1:" + port() + "/")));
    }

    @Test
    void anEndlessBodyOfARedirectIsNotRead() {
        server.createContext("/from", exchange -> {
            exchange.getResponseHeaders().add("Location", "/to");
            exchange.sendResponseHeaders(302, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[10_000]);
                }
            }
        });
        answer("/to", 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));

        assertThat(fetch("/from")).isInstanceOf(FetchResult.Fetched.class);
    }

    @Test
    void aHeadThatDripsSlowlyIsGivenUpInTime() throws IOException {
        try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket client = raw.accept()) {
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        client.getOutputStream().write('a');
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                } catch (IOException cut) {
                    // What the test waits for.
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThatItIsGivenUpInTime(() -> hurried().fetch(url("http://127.0.0.1:" + raw.getLocalPort())));
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpInTime() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatItIsGivenUpInTime(() -> hurried().fetch(url("http://127.0.0.1:" + silent.getLocalPort())));
            assertThatItIsGivenUpInTime(() -> hurried().fetch(url("https://127.0.0.1:" + silent.getLocalPort())));
        }
    }

    @Test
    void aNameServerThatNeverAnswersIsGivenUpInTime() {
        WebsiteFetcher stuck = new WebsiteFetcher(properties(SHORT), host -> {
            try {
                TimeUnit.SECONDS.sleep(60);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });

        assertThatItIsGivenUpInTime(() -> stuck.fetch(url("http://slow.test")));
    }

    @Test
    void aCompressedPageIsRead() throws IOException {
        compressed("/", PAGE.getBytes(StandardCharsets.UTF_8));

        assertThat(fetch("/"))
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        page -> assertThat(page.html()).contains("Grüße"));
    }

    @Test
    void aCompressedBombIsCutAtItsUnpackedSize() throws IOException {
        compressed("/", new byte[50 * 1024 * 1024]);

        assertThat(fetch("/")).isEqualTo(FetchResult.failed("too_large", 2));
    }

    @Test
    void aBombWithinACompressedPageIsNotUnpacked() throws IOException {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip, gzip");
            respond(exchange, 200, "text/html", packed(packed(new byte[50 * 1024 * 1024])));
        });

        assertThat(fetch("/")).isEqualTo(FetchResult.failed("encoding", "gzip, gzip"));
    }

    @Test
    void aPageThatIsNotCompressedAsItSaysIsAFailure() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            respond(exchange, 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
        });

        assertThat(fetch("/")).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void aCompressionThatWasNotAskedForIsNamed() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "br");
            respond(exchange, 200, "text/html", new byte[] {1, 2});
        });

        assertThat(fetch("/")).isEqualTo(FetchResult.failed("encoding", "br"));
    }

    @Test
    void anUnknownHostAndARefusedConnectionAreNamed() {
        assertThat(fetcher().fetch(url("http://unknown.test")))
                .isEqualTo(FetchResult.failed("unknown_host", "unknown.test"));
        server.stop(0);
        assertThat(fetch("/")).isEqualTo(FetchResult.failed("no_answer", "127.0.0.1"));
    }

    @Test
    void aCertificateThatNobodyTrustsIsNamed() throws GeneralSecurityException, IOException {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        secure.start();
        try {
            assertThat(fetcher("127.0.0.1")
                            .fetch(url(
                                    "https://127.0.0.1:" + secure.getAddress().getPort())))
                    .isEqualTo(FetchResult.failed("tls", "127.0.0.1"));
        } finally {
            secure.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 200 OK\r\n|X-Header: value\r\n", "HTTP/1.1 200 |a", "|HTTP/1.1 102 Processing\r\n\r\n"
            })
    void anEndlessHeadIsCut(String head) throws IOException {
        String first = head.substring(0, head.indexOf('|'));
        String again = head.substring(head.indexOf('|') + 1);
        try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket client = raw.accept()) {
                    client.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        client.getOutputStream().write(again.repeat(1000).getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (IOException cut) {
                    // What the test waits for.
                }
            });

            assertThat(hurried().fetch(url("http://127.0.0.1:" + raw.getLocalPort())))
                    .isInstanceOf(FetchResult.Failed.class);
        }
    }

    @Test
    void aRedirectWithLettersBeyondAsciiIsFollowed() {
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getRawPath().equals("/stra%C3%9Fe")) {
                respond(exchange, 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
            } else {
                // The server library writes one byte a character, as servers do that send UTF-8 unencoded.
                redirect(exchange, new String("/straße".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
        });

        assertThat(fetch("/")).isInstanceOf(FetchResult.Fetched.class);
    }

    @Test
    void plainHttpOnASecurePortIsAFailedConnection() {
        assertThat(hurried().fetch(url("https://127.0.0.1:" + port())).getClass())
                .isEqualTo(FetchResult.Failed.class);
    }

    private static void assertThatItIsGivenUpInTime(Supplier<FetchResult> fetch) {
        long start = System.nanoTime();

        assertThat(fetch.get()).isEqualTo(FetchResult.failed("too_slow", 1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.minusMillis(50), SHORT.plusSeconds(10));
    }

    private static SSLContext selfSigned() throws GeneralSecurityException, IOException {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var file = WebsiteFetcherTest.class.getResourceAsStream("self-signed.p12")) {
            store.load(file, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(url("http://127.0.0.1:" + port() + path));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static WebsiteUrl url(String text) {
        return ((WebsiteUrl.Valid) WebsiteUrl.parse(text)).url();
    }

    private static WebsiteFetcher fetcher(String... allowed) {
        return new WebsiteFetcher(properties(AMPLE, allowed), WebsiteFetcherTest::addresses);
    }

    private static WebsiteFetcher hurried() {
        return new WebsiteFetcher(properties(SHORT, "127.0.0.1"), WebsiteFetcherTest::addresses);
    }

    private static WebsiteProperties properties(Duration timeout, String... allowed) {
        return new WebsiteProperties(List.of(allowed), List.of(), timeout, DataSize.ofMegabytes(2), 5, "Gangway/test");
    }

    private static InetAddress[] addresses(String host) throws UnknownHostException {
        return switch (host) {
            case "private.test" -> new InetAddress[] {InetAddress.ofLiteral("10.1.2.3")};
            case "half.test" ->
                new InetAddress[] {InetAddress.ofLiteral("192.88.98.1"), InetAddress.ofLiteral("fe80::1")};
            case "unknown.test" -> throw new UnknownHostException(host);
            default -> InetAddress.getAllByName(host);
        };
    }

    private void answer(String path, int status, String type, byte[] body) {
        server.createContext(path, exchange -> respond(exchange, status, type, body));
    }

    private void compressed(String path, byte[] body) throws IOException {
        byte[] packed = packed(body);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            respond(exchange, 200, "text/html", packed);
        });
    }

    private static byte[] packed(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    private void endless(String path, int status, String piece, Duration pause) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(piece.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
