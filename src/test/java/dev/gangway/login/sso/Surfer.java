package dev.gangway.login.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a window: keeps cookies and goes where it is sent. */
final class Surfer {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String provider;
    private final String name;

    /** Someone who is known at the provider by a name. */
    Surfer(String provider, String name) {
        this.provider = provider;
        this.name = name;
    }

    /** Asks for one address and stays there; where the provider wants to know who it is, it is told. */
    HttpResponse<String> get(String address) {
        if (address.startsWith(provider + "/oauth2/") && cookie("provider").isEmpty()) {
            logInAtProvider();
        }
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html"));
    }

    private void logInAtProvider() {
        String form =
                send(HttpRequest.newBuilder(URI.create(provider + "/login"))).body();
        Matcher guard = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(form);
        if (!guard.find()) {
            throw new AssertionError("No form: " + form);
        }
        post(
                provider + "/login",
                Map.of("username", name, "password", AuthorizationServer.PASSWORD, "_csrf", guard.group(1)));
    }

    /** Goes on until it is not sent elsewhere any more. */
    HttpResponse<String> go(String address) {
        HttpResponse<String> answer = get(address);
        for (int hops = 0; hops < 12 && target(answer).isPresent(); hops++) {
            answer = get(target(answer).orElseThrow());
        }
        return answer;
    }

    /** Goes on until it would be sent to an address that begins so, and says which. */
    String goUntil(String address, String beginning) {
        String next = address;
        for (int hops = 0; hops < 12; hops++) {
            next = target(get(next)).orElseThrow();
            if (next.startsWith(beginning)) {
                return next;
            }
        }
        throw new AssertionError("Never sent to " + beginning);
    }

    HttpResponse<String> logIn(String server, String username, String password) {
        return post(server + "/login", Map.of("username", username, "password", password));
    }

    private HttpResponse<String> post(String address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Optional<String> cookie(String begins) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith(begins))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    void forget(String begins) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith(begins))
                .toList()
                .forEach(cookie -> cookies.getCookieStore()
                        .getURIs()
                        .forEach(uri -> cookies.getCookieStore().remove(uri, cookie)));
    }

    static Optional<String> target(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 3
                ? answer.headers()
                        .firstValue("Location")
                        .map(to -> answer.uri().resolve(to).toString())
                : Optional.empty();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
