package dev.gangway.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One Chromium for all tests, and the contexts in it, each like a browser of its own. A test leaves it at its end. */
@Component
@Lazy
class Browsing implements DisposableBean {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Builds share their machines: what takes a moment at a desk may take long there. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    Browsing() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(ChromiumCondition.chromium()
                                .orElseThrow(() -> new AssertionError("Browser tests are required: install Chromium")))
                        .setArgs(FLAGS));
    }

    /** A browser with nothing in it yet. Nothing moves in it, because waiting for what moves is most of a test's time. */
    BrowserContext context(int width, int height, String locale) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** Closes what the test has opened. */
    void leave() {
        browser.contexts().forEach(BrowserContext::close);
    }

    @Override
    public void destroy() {
        browser.close();
        playwright.close();
    }
}
