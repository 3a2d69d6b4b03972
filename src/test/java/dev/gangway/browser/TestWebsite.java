package dev.gangway.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A small website on an address of this machine that only tests allow to be read. */
final class TestWebsite implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour Bakery</title>
            <meta name="description" content="Honest sourdough, baked by hand every morning at the old harbour."></head>
            <body><main><article><h1>Bread for the whole quay</h1>
            <p>We bake honest sourdough by hand, every single morning. Our neighbours trust us because we never take
            shortcuts. You can taste the difference, can't you? Good bread needs time, good flour and a warm room.</p>
            <h2>What we believe</h2><p>We believe that quality and honesty belong together. Our flour comes from two mills
            in the region, and we know both millers by name. We don't use additives. You'll find the names of our farmers
            on every loaf, because trust grows where people know each other.</p>
            <h2>Visit us</h2><p>Come by before noon! We open at six and sell until the shelves are empty. Would you like to
            learn how sourdough works? Our Saturday course is made for beginners, and you will leave with your own
            starter. We love questions, and we answer every one of them together with our community.</p>
            </article></main></body></html>
            """;

    private final HttpServer server;

    TestWebsite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.2:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
