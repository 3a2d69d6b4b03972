package dev.gangway.bench.faults;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A person at a browser, in the installed Chromium. */
final class Surfer implements AutoCloseable {

    private static final String CHROMIUM = System.getProperty("bench.chromium", "/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    Surfer() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(CHROMIUM))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** A page of somebody who has logged in at a server. */
    Page logIn(Function<String, URI> server, String name) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        context.setDefaultTimeout(60_000);
        Page page = context.newPage();
        page.navigate(server.apply("/login").toString());
        page.getByLabel("Username").fill(name);
        page.locator("input[name=password]").fill("gangway-demo");
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    /** Waits until the page has this heading. */
    static void sees(Page page, String heading) {
        heading(page, heading).waitFor();
    }

    static boolean isSeen(Page page, String heading) {
        return heading(page, heading).isVisible();
    }

    private static Locator heading(Page page, String heading) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setLevel(1));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
