package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Someone in front of a page: reads it, types and clicks as people do, by what they see. */
record Person(Page page, String origin) {

    private static final List<String> ACCESSIBLE =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** A person with a tab of their own. */
    static Person in(BrowserContext context, String origin) {
        return new Person(context.newPage(), origin);
    }

    void open(String address) {
        page.navigate(origin + address);
    }

    /** Logs in without a page: all but a few tests are about what comes after that. */
    void logIn(String name, String password) {
        APIResponse answer = page.request()
                .post(
                        origin + "/login",
                        RequestOptions.create()
                                .setForm(FormData.create().set("username", name).set("password", password))
                                .setMaxRedirects(0));
        assertThat(answer.headers().get("location"))
                .as("where the log-in leads")
                .doesNotContain("/login");
    }

    /** Logs in as people do, and sees the page that is shown then. */
    void logInOnThePage(String name, String password) {
        open("/login");
        page.getByLabel("Username").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
    }

    void sees(String heading) {
        try {
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName(heading).setLevel(1)))
                    .isVisible();
        } catch (AssertionError failure) {
            throw new AssertionError(
                    "%s is not on the page %s, which says: %s"
                            .formatted(heading, page.url(), page.locator("body").innerText()),
                    failure);
        }
    }

    /** Has come to the step: its heading is there and has the focus, so that a key pressed now goes where it should. */
    void arrivesAt(String heading) {
        sees(heading);
        assertThat(page.locator("h1")).isFocused();
    }

    void readsProgress(int percent) {
        assertThat(page.locator("vaadin-progress-bar[aria-labelledby=wizard-percent]"))
                .hasAttribute("aria-valuenow", String.valueOf(percent));
        assertThat(page.getByText(percent + " % complete")).isVisible();
    }

    void readsSaved() {
        assertThat(page.locator(".status-line")).containsText("Saved");
    }

    /** Beside a field: a moment later the same is read out, so that the page has it twice. */
    void readsBesideAField(String problem) {
        assertThat(page.locator("[slot=error-message]").filter(new Locator.FilterOptions().setHasText(problem)))
                .isVisible();
    }

    void goesBack() {
        awaitTheEndOfANavigation();
        page.goBack();
    }

    void goesForward() {
        awaitTheEndOfANavigation();
        page.goForward();
    }

    /**
     * The address changes a moment before the router in the browser is done with it, and it takes a move through the
     * history within that moment, which only a machine can make, for its own.
     */
    private void awaitTheEndOfANavigation() {
        page.waitForFunction("!window.Vaadin.Flow.navigation");
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    void click(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Nobody is shut out: no finding by axe, in light and in dark, and nothing to scroll sideways for. */
    void findsEverythingAccessible(String what) {
        finds(what + " in light", "tag", ACCESSIBLE);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        awaitTheEndOfTransitions();
        // Of the rules only these look at colours; the others would only say the same again.
        finds(what + " in dark", "rule", COLOURS);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits its width", what)
                .isEqualTo(true);
    }

    /** Colours change by and by where the page turns light or dark. */
    private void awaitTheEndOfTransitions() {
        page.waitForFunction("document.getAnimations().every(one => !(one instanceof CSSTransition))");
    }

    /** Asks axe itself, which stays in the page: put in anew for each question, it would be compiled anew each time. */
    private void finds(String what, String kind, List<String> names) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        Object findings = page.evaluate("""
                async ([type, values]) => {
                  const looked = await axe.run(
                      { exclude: ['vaadin-connection-indicator'] },
                      { runOnly: { type, values }, resultTypes: ['violations'], iframes: false });
                  return looked.violations.map(found => `${found.id}: ${found.nodes.map(node => node.html)}`);
                }
                """, List.of(kind, names));
        assertThat((List<?>) findings).as(what).isEmpty();
    }

    /** Moves on by Tab until the focus is where the words say. */
    void tabsTo(String words) {
        for (int presses = 0; presses < 150; presses++) {
            page.keyboard().press("Tab");
            if (focused().contains(words)) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + words);
    }

    private String focused() {
        return (String) page.evaluate("""
                () => {
                  const at = document.activeElement;
                  if (at === document.body) { return ''; }
                  const names = [...(at.labels ?? [])].map(label => label.textContent);
                  const by = at.getAttribute('aria-labelledby');
                  if (by) { names.push(...by.split(' ').map(id => document.getElementById(id)?.textContent ?? '')); }
                  return names.join(' ') + ' ' + (at.getAttribute('aria-label') ?? '') + ' ' + at.innerText;
                }
                """);
    }

    /** Keeps a picture where {@code -Dgangway.screenshots} names a folder for them. */
    void isPictured(String name) {
        Optional.ofNullable(System.getProperty("gangway.screenshots"))
                .map(folder -> Path.of(folder, name + ".png"))
                .ifPresent(file -> {
                    awaitTheEndOfTransitions();
                    page.screenshot(new Page.ScreenshotOptions().setPath(file));
                });
    }
}
