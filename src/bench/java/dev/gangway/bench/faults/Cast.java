package dev.gangway.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the people who walk, and the wizard that they walk through beside the onboarding. */
final class Cast {

    private static final Pattern ID = Pattern.compile("\"(?:wizard_)?id\":\"([0-9a-f-]{36})\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private Cast() {}

    /** Makes the accounts and logs them in, unless they are there. */
    static void makeAccounts(Connection connection, int people) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into accounts (id, username, created_at, updated_at)
                    select 'fault_' || n, 'fault_' || n, now(), now() from generate_series(0, %d) n
                    on conflict do nothing""".formatted(people - 1));
            statement.execute("""
                    insert into account_roles (user_id, role)
                    select 'fault_' || n, 'USER' from generate_series(0, %d) n
                    on conflict do nothing""".formatted(people - 1));
            for (int number = 0; number < people; number++) {
                logIn(connection, Walker.account(number), Walker.token(number));
            }
        }
    }

    /** One more account with a role and a token. */
    static void makeAccount(Connection connection, String name, String token) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into accounts (id, username, created_at, updated_at) values ('%1$s', '%1$s', now(), now())
                    on conflict do nothing""".formatted(name));
            statement.execute("insert into account_roles (user_id, role) values ('%s', 'USER') on conflict do nothing"
                    .formatted(name));
        }
        logIn(connection, name, token);
    }

    private static void logIn(Connection connection, String name, String token) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed,
                    onboarding_step, created_at, updated_at, last_activity, expires_at)
                values (?, ?, ?, 'api', true, false, 'api_keys', now(), now(), now(), now() + interval '30 days')
                on conflict do nothing""")) {
            insert.setObject(1, UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)));
            insert.setString(2, name);
            insert.setBytes(3, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            insert.executeUpdate();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the other wizard, which an administrator imports and publishes the first time. */
    static String wizard(Connection connection, Function<String, URI> server)
            throws SQLException, IOException, InterruptedException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from wizards where name = 'Fitting out a boat'")) {
            if (row.next()) {
                return row.getString(1);
            }
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token = administrator(http, server);
            String id = found(
                    ID, post(http, server, "/api/v1/wizards/import", "application/yaml", token, Deed.OTHER_WIZARD));
            post(http, server, "/api/v1/wizards/" + id + "/publish", "application/json", token, "");
            return id;
        }
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException(answer);
        }
        return matcher.group(1);
    }

    /** A token of the demonstration's administrator. */
    static String administrator(HttpClient http, Function<String, URI> server)
            throws IOException, InterruptedException {
        return found(TOKEN, post(http, server, "/api/auth/login", "application/json", "", """
                {"username": "admin", "password": "gangway-demo"}"""));
    }

    private static String post(
            HttpClient http, Function<String, URI> server, String path, String type, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.apply(path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
