package dev.gangway.bench;

import dev.gangway.bench.page.PageClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** People who are logged in in a browser already, so that no password has to be hashed before something is measured. */
final class PageUsers {

    private final ServedProduct product;
    private final String prefix;

    private PageUsers(ServedProduct product, String prefix) {
        this.product = product;
        this.prefix = prefix;
    }

    /** New accounts, {@code PREFIX_1} and so on, each logged in. */
    static PageUsers create(ServedProduct product, String prefix, String role, int count)
            throws IOException, SQLException {
        try (Connection connection = product.connect();
                Statement statement = connection.createStatement()) {
            String numbers = "generate_series(1, %d) n".formatted(count);
            statement.execute(
                    "insert into accounts (id, username, created_at, updated_at) select '%1$s_' || n, '%1$s_' || n, now(), now() from "
                                    .formatted(prefix)
                            + numbers);
            statement.execute(
                    "insert into account_roles (user_id, role) select '%s_' || n, '%s' from ".formatted(prefix, role)
                            + numbers);
        }
        return existing(product, prefix, count);
    }

    /** Accounts that are there, each logged in once more. */
    static PageUsers existing(ServedProduct product, String prefix, int count) throws IOException, SQLException {
        try (Connection connection = product.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed,
                        onboarding_step, created_at, updated_at, last_activity, expires_at)
                    select gen_random_uuid(), '%1$s_' || n, sha256(convert_to('page-%1$s-' || n, 'UTF8')), 'browser', true, false,
                        'api_keys', now(), now(), now(), now() + interval '1 day' from generate_series(1, %2$d) n""".formatted(prefix, count));
        }
        return new PageUsers(product, prefix);
    }

    /** One of them, from 1, with nothing opened yet. */
    PageClient client(int number) throws IOException {
        return new PageClient(product.address("")).cookie("gangway_login", token(number));
    }

    /** What the cookie {@code gangway_login} of one of them holds. */
    String token(int number) {
        return "page-" + prefix + "-" + number;
    }
}
