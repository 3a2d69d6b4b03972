package dev.gangway.bench.forged;

import dev.gangway.bench.page.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** The API as one account calls it. */
final class Api implements AutoCloseable {

    private final Wire wire;
    private final String token;

    private Api(Wire wire, String token) {
        this.wire = wire;
        this.token = token;
    }

    static Api of(URI product, String name, String password) throws IOException {
        Wire wire = new Wire(product.getHost(), product.getPort());
        Api nobody = new Api(wire, "");
        String body = "{\"username\":" + Json.quoted(name) + ",\"password\":" + Json.quoted(password) + "}";
        return new Api(
                wire, nobody.call("POST", "/api/auth/login", body).path("token").asString(""));
    }

    /** @throws IllegalStateException where it is refused */
    JsonNode call(String method, String path, String body) throws IOException {
        Wire.Answer answer = send(method, path, body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.status() + " " + answer.text());
        }
        return Json.read(answer.text());
    }

    Wire.Answer send(String method, String path, String body) throws IOException {
        String headers = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return wire.send(
                method, path, headers + "Content-Type: application/json\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
