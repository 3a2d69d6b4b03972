package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.TestDatabase;
import dev.gangway.bench.faults.MortalServer;
import dev.gangway.onboarding.StepData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The promise of the product where it is hardest to keep: what was typed and stored is there after a crash, on every page. */
@BrowserTest
class CrashTest {

    private static final String DECLARATION = "We bake bread that brings the whole quay together.";

    private static final String HERS = " where user_id = (select id from accounts where username = 'user')";

    private static final List<String> SHOWN = List.of(
            "select website_url from website_analyses",
            "select tone from website_analyses",
            "select industry from website_analyses",
            "select content_types[1] from research_preferences",
            "select competitors[1] from research_preferences",
            "select content from kblocks");

    @TempDir
    private Path folder;

    @Autowired
    private Browsing browsing;

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void whoTypesWhileTheServerIsKilledLosesNothingGoesOnInAnotherBrowserAndReadsWhatTheDatabaseHolds()
            throws Exception {
        try (TestWebsite website = new TestWebsite();
                MortalServer server = served()) {
            Person ada = loggedIn(server);
            ada.sees("API keys");
            ada.field("OpenAI API key").fill(StepData.OPENAI_KEY);
            ada.click("Next");
            ada.sees("Website");
            ada.field("Website URL").fill(website.address());
            ada.field("Industry").fill("Bakery");
            ada.click("Analyze website");
            assertThat(ada.field("Tone")).not().hasValue("");
            ada.click("Next");
            ada.sees("Research");
            ada.field("Competitors").fill("example.com");
            ada.readsSaved();
            ada.page().evaluate("window.hasNotBegunAnew = true");
            server.kill();
            ada.field("Competitors").fill("example.com\nexample.org");
            server.start();
            server.awaitReady();
            ada.page().waitForFunction("!window.hasNotBegunAnew");
            ada.sees("Research");
            assertThat(ada.field("Competitors")).hasValue("example.com\nexample.org");
            // Nothing is kept in the browser of what the server has.
            ada.page().waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('gangway.typed'))");
            browsing.leave();

            Person later = loggedIn(server);
            later.sees("Research");
            later.readsProgress(33);
            assertThat(later.page().getByText("Draft restored").first()).isVisible();
            assertThat(later.field("Competitors")).hasValue("example.com\nexample.org");
            later.field("Blog Posts").check();
            later.click("Next");
            later.sees("Persona");
            later.click("Skip this step");
            later.sees("First declaration");
            later.field("Your first declaration").fill(DECLARATION);
            later.click("Next");
            later.sees("Summary");
            later.click("Finish");
            later.readsProgress(100);

            try (Connection connection = server.database();
                    Statement statement = connection.createStatement()) {
                assertThat(value(statement, "select status || ' ' || progress_percentage from wizard_sessions" + HERS))
                        .isEqualTo("completed 100.00");
                for (String query : SHOWN) {
                    assertThat(later.page()
                                    .getByText(value(statement, query + HERS))
                                    .first())
                            .isVisible();
                }
                // Beside hers, a new demonstration has some of people who never were.
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> value(statement, "select count(*) from wizard_sessions")
                                .equals("601"));
            }
            server.stop();
            assertThat(filesWith(DECLARATION)).as("what is no secret").isNotEmpty();
            assertThat(filesWith(StepData.OPENAI_KEY)).isEmpty();
        }
    }

    private MortalServer served() throws Exception {
        TestDatabase.copyProgramsTo(folder.resolve("postgres"));
        MortalServer server = new MortalServer(MortalServer.quickJavaOnClassPath(), folder);
        server.set(List.of("--gangway.website.allowed-hosts=127.0.0.2"), Map.of());
        server.start();
        server.awaitReady();
        return server;
    }

    private Person loggedIn(MortalServer server) {
        Person person = Person.in(browsing.context(1280, 900, "en-GB"), "http://localhost:" + server.port());
        person.logInOnThePage("user", "gangway-demo");
        return person;
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }

    /** Files, log and database alike, that hold a text; of a server that is stopped, whose files are all written. */
    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contents(file).contains(text))
                    .toList();
        }
    }

    /** Each byte as one character, so that nothing is lost of what is no text. */
    private static String contents(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
