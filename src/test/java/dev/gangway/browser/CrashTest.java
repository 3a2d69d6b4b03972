package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.StepData;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
    void whoTypesWhileTheServerIsKilledGoesOnInAnotherBrowserAndReadsWhatTheDatabaseHolds() throws Exception {
        try (TestWebsite website = new TestWebsite();
                CrashingServer server = new CrashingServer(folder)) {
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
            browsing.leave();
            server.kill();
            server.startAgain();

            Person later = loggedIn(server);
            later.sees("Research");
            later.readsProgress(33);
            assertThat(later.page().getByText("Draft restored").first()).isVisible();
            assertThat(later.field("Competitors")).hasValue("example.com");
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
                assertThat(value(statement, "select status || ' ' || progress_percentage from wizard_sessions"))
                        .isEqualTo("completed 100.00");
                for (String query : SHOWN) {
                    assertThat(later.page().getByText(value(statement, query)).first())
                            .isVisible();
                }
            }
            server.stop();
            assertThat(server.filesWith(DECLARATION)).as("what is no secret").isNotEmpty();
            assertThat(server.filesWith(StepData.OPENAI_KEY)).isEmpty();
        }
    }

    private Person loggedIn(CrashingServer server) {
        Person person = Person.in(browsing.context(1280, 900, "en-GB"), server.address());
        person.logInOnThePage("user", "gangway-demo");
        return person;
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query + HERS)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }
}
