package dev.gangway.bench.forged;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who takes part: senders of every role, those whose data must stay as it is, and what each of them has. */
final class Cast {

    /** The password of the demonstration, which everybody here has. */
    static final String PASSWORD = "gangway-demo";

    private static final List<String> USER_PAGES = List.of(
            "onboarding",
            "onboarding/api_keys",
            "onboarding/website",
            "onboarding/research",
            "onboarding/summary",
            "settings",
            "wizards",
            "sessions",
            "student/sessions",
            "account");
    private static final List<String> TRAINER_PAGES = List.of("trainer/sessions", "account");
    private static final List<String> ADMIN_PAGES = List.of(
            "admin/accounts",
            "admin/statistics",
            "admin/wizards",
            "admin/sessions",
            "admin/reconcile",
            "admin/jobs",
            "admin/purchases",
            "admin/purchases/waitlist",
            "admin/trainers",
            "admin/trainers/zones",
            "account");

    private final URI product;
    private final Connection database;
    private final String canary;
    private final List<Account> senders = new ArrayList<>();
    private final List<Account> victims = new ArrayList<>();

    Cast(URI product, Connection database, String canary) {
        this.product = product;
        this.database = database;
        this.canary = canary;
    }

    List<Account> senders() {
        return senders;
    }

    List<Account> victims() {
        return victims;
    }

    /** Makes everybody, and what belongs to them. */
    void assemble() throws SQLException, IOException {
        for (String name : List.of("forged-victim-1", "forged-victim-2")) {
            account(name, "USER");
            begun(name, canary, 4);
        }
        account("forged-victim-3", "ADMIN");
        execute("update accounts set password_hash = (select password_hash from accounts where username = 'user')"
                + " where id in ('demo-marta', 'demo-anselm') and password_hash is null");
        for (int i = 1; i <= 4; i++) {
            account("forged-user-" + i, "USER");
            begun("forged-user-" + i, "what-is-mine", i == 4 ? 0 : i);
        }
        account("forged-trainer", "TRAINER");
        account("forged-admin-1", "ADMIN");
        account("forged-admin-2", "ADMIN");
        List<String> foreign = foreign();
        victims.add(
                new Account(id("forged-victim-1"), "forged-victim-1", "USER", true, runs("forged-victim-1"), foreign));
        victims.add(
                new Account(id("forged-victim-2"), "forged-victim-2", "USER", true, runs("forged-victim-2"), foreign));
        victims.add(new Account(id("forged-victim-3"), "forged-victim-3", "ADMIN", true, ADMIN_PAGES, foreign));
        for (int i = 1; i <= 4; i++) {
            senders.add(user("forged-user-" + i, i == 3, foreign));
        }
        senders.add(user("user", false, foreign));
        senders.add(trainer("forged-trainer", true, foreign));
        trainerOfDemonstration("demo-marta", foreign);
        senders.add(admin("forged-admin-1"));
        senders.add(admin("forged-admin-2"));
    }

    private void trainerOfDemonstration(String id, List<String> foreign) throws SQLException {
        List<String> names = column("select username from accounts where id = ? and password_hash is not null", id);
        for (String name : names) {
            senders.add(trainer(name, false, foreign));
        }
    }

    private Account user(String name, boolean isIdle, List<String> foreign) throws SQLException {
        return new Account(
                id(name),
                name,
                "USER",
                isIdle,
                Stream.concat(USER_PAGES.stream(), runs(name).stream()).toList(),
                foreign);
    }

    private Account trainer(String name, boolean isIdle, List<String> foreign) throws SQLException {
        return new Account(id(name), name, "TRAINER", isIdle, TRAINER_PAGES, foreign);
    }

    private Account admin(String name) throws SQLException {
        List<String> drafts = column("select id::text from wizards where key is null and ? <> ''", name);
        List<String> own = new ArrayList<>(ADMIN_PAGES);
        drafts.forEach(
                wizard -> own.addAll(List.of("admin/wizards/" + wizard, "admin/wizards/" + wizard + "/versions")));
        return new Account(
                id(name), name, "ADMIN", true, own, List.of("onboarding", "settings", "sessions", "trainer/sessions"));
    }

    private void account(String name, String role) throws SQLException {
        execute("insert into accounts (id, username, password_hash, created_at, updated_at) select '" + name + "', '"
                + name + "', password_hash, now(), now() from accounts where username = 'user' on conflict do nothing");
        execute("insert into account_roles (user_id, role) values ('" + name + "', '" + role
                + "') on conflict do nothing");
    }

    /** An onboarding and wizard sessions, with so many steps answered. */
    private void begun(String name, String text, int steps) throws IOException {
        try (Api api = Api.of(product, name, PASSWORD)) {
            api.call("POST", "/api/onboarding/start", "");
            List<String> answers = List.of(
                    "api_keys {\"keys\":{\"mistral\":\"" + (text + "-0123456789abcdef").substring(0, 20) + "\"}}",
                    "website {\"no_website\":true,\"business_description\":\"" + text + "\"}",
                    "research {\"content_types\":[\"Blog Posts\"],\"competitors\":[\"" + text + ".example.org\"]}",
                    "persona {}");
            for (String answer : answers.subList(0, Math.min(steps, 3))) {
                String step = answer.substring(0, answer.indexOf(' '));
                api.call(
                        "PUT",
                        "/api/onboarding/steps/" + step,
                        "{\"data\":" + answer.substring(step.length() + 1) + "}");
            }
            for (JsonNode wizard : api.call("GET", "/api/v1/wizards", "").path("items")) {
                begin(api, wizard, text);
            }
        }
    }

    private static void begin(Api api, JsonNode wizard, String text) throws IOException {
        String run = api.call("POST", "/api/v1/sessions", "{\"wizard_id\":" + wizard.path("id") + "}")
                .path("id")
                .asString("");
        if (wizard.path("name").asString("").equals("Team event")) {
            api.call(
                    "PUT",
                    "/api/v1/sessions/" + run + "/steps/idea",
                    "{\"responses\":{\"title\":\"Ours\",\"description\":\"" + text + "\",\"kind\":\"outing\"}}");
        }
    }

    private List<String> runs(String name) throws SQLException {
        List<String> runs = column("""
                select 'wizards/run/' || ws.id || '/' || (step ->> 'key')
                from wizard_sessions ws
                join wizard_versions v on v.wizard_id = ws.wizard_id and v.version = ws.wizard_version
                join wizards w on w.id = ws.wizard_id and w.key is null
                cross join lateral jsonb_array_elements(v.content -> 'steps') step
                where ws.user_id = ?""", id(name));
        List<String> routes = new ArrayList<>(List.of("onboarding/research", "sessions"));
        routes.addAll(runs);
        return routes;
    }

    /** Pages that no USER and no TRAINER of the cast may see, and addresses of what belongs to the victims. */
    private List<String> foreign() throws SQLException {
        List<String> foreign = new ArrayList<>(ADMIN_PAGES.subList(0, ADMIN_PAGES.size() - 1));
        foreign.addAll(List.of("admin/sessions?session=1", "no/such/page", "../admin/accounts", "onboarding/none"));
        for (String run : column("select id::text from wizard_sessions where user_id like ?", "forged-victim%")) {
            foreign.addAll(List.of(
                    "wizards/run/" + run,
                    "wizards/run/" + run + "/idea",
                    "admin/sessions?session=" + run,
                    "sessions?session=" + run));
        }
        for (String wizard : column("select id::text from wizards where name <> ?", "")) {
            foreign.addAll(List.of("admin/wizards/" + wizard, "admin/wizards/" + wizard + "/versions"));
        }
        return foreign;
    }

    private String id(String name) throws SQLException {
        return column("select id from accounts where username = ?", name).getFirst();
    }

    List<String> column(String sql, String parameter) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setString(1, parameter);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
