package dev.gangway.privacy;

import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.LogIns;
import dev.gangway.account.NewAccount;
import dev.gangway.account.PageChoice;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.bench.page.PageClient;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.training.CalendarFeeds;
import dev.gangway.training.Place;
import dev.gangway.training.Trainer;
import dev.gangway.training.TrainingWorld;
import dev.gangway.training.WorkingHours;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes people whose every text holds a word that is found nowhere else, so that what is left of them can be searched for. */
@Component
public class Canary {

    public static final String PASSWORD = "quince ladder motet 41";

    private final Accounts accounts;
    private final LogIns logIns;
    private final LoginSessions loginSessions;
    private final Onboardings onboardings;
    private final TrainingWorld training;
    private final CalendarFeeds feeds;
    private final JdbcClient jdbc;
    private final Ids ids;

    Canary(
            Accounts accounts,
            LogIns logIns,
            LoginSessions loginSessions,
            Onboardings onboardings,
            TrainingWorld training,
            CalendarFeeds feeds,
            JdbcClient jdbc,
            Ids ids) {
        this.accounts = accounts;
        this.logIns = logIns;
        this.loginSessions = loginSessions;
        this.onboardings = onboardings;
        this.training = training;
        this.feeds = feeds;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Someone who did everything that leaves text behind.
     *
     * @param word what all their texts hold
     * @param home where they take lessons and live, which nobody else does
     * @param feed the path of their calendar
     */
    public record Sung(Account account, String word, NewLogin login, Place home, String feed) {

        public UserId id() {
            return account.id();
        }

        public String name() {
            return account.username();
        }

        /** Of a request of theirs with a body in JSON. */
        public String[] headers() {
            return new String[] {"Authorization", "Bearer " + login.token(), "Content-Type", "application/json"};
        }
    }

    /** A text of theirs, by a statement that says {@code :user}. */
    public String one(String sql, Sung who) {
        return jdbc.sql(sql).param("user", who.id().value()).query(String.class).single();
    }

    /** A page of theirs, opened at their account. */
    public PageClient page(int port, Sung who) throws IOException {
        PageClient page = new PageClient(URI.create("http://127.0.0.1:" + port));
        page.cookie(
                LoginSessions.COOKIE,
                loginSessions
                        .begin(who.account(), LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
                        .orElseThrow()
                        .token());
        page.open("account");
        return page;
    }

    public Sung sing(Role... roles) {
        String word = "canary" + ids.next().toString().replace("-", "");
        AccountOutcome made = accounts.create(
                new NewAccount(
                        new UserId("user_" + ids.next()),
                        "name-" + word,
                        word + "@example.org",
                        java.util.Set.of(roles)),
                PASSWORD);
        Account account = ((AccountOutcome.Saved) made).account();
        accounts.choose(account.id(), new PageChoice("de", "DARK"));
        logIns.check(account.username(), "not the password 77", "address-" + word);
        NewLogin login = loginSessions
                .begin(account, LoginKind.API, new Origin("192.0.2.9", "agent-" + word))
                .orElseThrow();
        loginSessions.begin(account, LoginKind.BROWSER, new Origin("192.0.2.8", "agent-" + word));
        walk(account.id(), word);
        TrainingWorld.Town town = training.town();
        Place home = new Place(
                town.centre().latitude(),
                town.centre().longitude() + 0.01 + Math.floorMod(word.hashCode(), 1_000_000) / 1e8);
        learn(town, home, account.id(), word);
        if (account.roles().contains(Role.TRAINER)) {
            teach(town, home, account.id(), word);
        }
        String feed = feeds.create(account.id(), Locale.GERMAN).path();
        feeds.open(feed.substring("/calendar/".length(), feed.length() - ".ics".length()));
        return new Sung(account, word, login, home, feed);
    }

    /** As a student alone, at home, and with somebody else. */
    private void learn(TrainingWorld.Town town, Place home, UserId person, String word) {
        UserId trainer = training.trainer(town, town.centre());
        training.assign(town, TrainingWorld.at(training.booking(town, "ONE_ON_ONE", "OFFLINE", "10:00", person), home));
        training.assign(town, training.booking(town, "ONE_ON_TWO", "OFFLINE", "12:00", person, trainer));
        jdbc.sql("update students set name = :name where user_id = :user")
                .param("name", "name " + word)
                .param("user", person.value())
                .update();
    }

    /** As the trainer of a neighbour. */
    private void teach(TrainingWorld.Town town, Place home, UserId person, String word) {
        Place near = new Place(home.latitude(), home.longitude() + 0.001);
        training.put(
                town,
                new Trainer(
                        person,
                        town.zone().id(),
                        home,
                        List.of(town.course()),
                        5,
                        true,
                        new WorkingHours(0, 1440),
                        TrainingWorld.MADRID));
        training.assign(town, TrainingWorld.at(training.booking(town), near));
        jdbc.sql("update trainer_allocations set metadata = jsonb_build_object('note', :word) where trainer_id = :user")
                .param("word", word)
                .param("user", person.value())
                .update();
    }

    private void walk(UserId person, String word) {
        save(person, OnboardingStep.API_KEYS, "{'keys': {'openai': 'sk-%s', 'mistral': 'mistral%s'}}", word);
        save(
                person,
                OnboardingStep.WEBSITE,
                "{'website_url': 'https://%1$s.example/', 'industry': 'i %1$s', 'target_audience': 't %1$s',"
                        + " 'business_goals': 'g %1$s', 'writing_style': {'tone': 't %1$s', 'formality': 'f %1$s',"
                        + " 'complexity': 'c %1$s'}, 'content_type': 'c %1$s', 'brand_values': ['b %1$s']}",
                word);
        save(
                person,
                OnboardingStep.RESEARCH,
                "{'research_depth': 'Deep', 'content_types': ['News'], 'competitors': ['https://%1$s.example/']}",
                word);
        save(
                person,
                OnboardingStep.PERSONA,
                "{'core_persona': {'identity': {'persona_name': 'n %1$s', 'archetype': 'a %1$s', 'core_belief': 'b %1$s',"
                        + " 'brand_voice': 'v %1$s'}, 'tonal_range': {'default_tone': 'd %1$s',"
                        + " 'permissible_tones': ['p %1$s'], 'forbidden_tones': ['f %1$s']}},"
                        + " 'platform_personas': {'linkedin': {'character_limit': 3000, 'hashtags': 3, 'emoji': false,"
                        + " 'call_to_action': 'c %1$s'}}, 'selected_platforms': ['linkedin']}",
                word);
        save(person, OnboardingStep.FIRST_DECLARATION, "{'declaration': 'First %1$s. And more.'}", word);
        save(person, OnboardingStep.FIRST_DECLARATION, "{'declaration': 'Second %1$s. And more.'}", word);
        save(person, OnboardingStep.WEBSITE, "{'industry': 'other %1$s'}", word);
        onboardings.keepDraft(
                person,
                OnboardingStep.RESEARCH,
                StepData.answers("{'competitors': ['draft.%s.example']}".formatted(word)));
        // As if a website had been measured, and an answer kept, that hold words of the person.
        jdbc.sql("""
                        update website_measurements set error = cast(:error as jsonb), status = 'failed', result = null,
                            progress = 100, finished_at = now() where user_id = :user
                        """)
                .param("error", "{\"key\": \"website.fetch.stopped\", \"args\": [\"" + word + "\"]}")
                .param("user", person.value())
                .update();
        jdbc.sql("""
                        insert into idempotency_keys (user_id, key_hash, request_hash, status, headers, body, created_at,
                                                      expires_at)
                        values (:user, sha256('a'), sha256('b'), 200, '{}', convert_to(:body, 'UTF8'), now(),
                                now() + interval '1 day')
                        """)
                .param("user", person.value())
                .param("body", "{\"echo\": \"" + word + "\"}")
                .update();
    }

    private void save(UserId person, OnboardingStep step, String data, String word) {
        StepOutcome outcome =
                onboardings.complete(person, step, Submission.of(StepData.answers(data.formatted(word, word))));
        if (!(outcome instanceof StepOutcome.Advanced)) {
            throw new AssertionError(step + ": " + outcome);
        }
    }

    /** The tables of the database that hold one of the texts anywhere in a row, with how many rows do. */
    public List<String> tablesWith(String... texts) {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
                        """).query((row, number) -> row.getString(1)).list().stream()
                .filter(table -> holds(table, texts))
                .toList();
    }

    private boolean holds(String table, String... texts) {
        for (String text : texts) {
            // As text, so that every column counts; bytes are shown as hexadecimal digits, so they are searched for
            // those too.
            Long rows = jdbc.sql("select count(*) from \"" + table + "\" t where t::text like '%' || :text || '%'"
                            + " or t::text like '%' || encode(convert_to(:text, 'UTF8'), 'hex') || '%'")
                    .param("text", text)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                return true;
            }
        }
        return false;
    }
}
