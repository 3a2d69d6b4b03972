package dev.gangway.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The first page of the wizard in a browser with empty caches: bytes over the wire, LCP, CLS while it loads and is used, and the
 * longest of some interactions (INP). Each figure is the median of {@code -Dbench.rounds=} (5) visits by people of their own.
 */
final class FirstPageBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final String CHROMIUM = System.getProperty("bench.chromium", "/usr/bin/chromium");
    private static final String WATCH = """
            window.seen = {lcp: 0, cls: 0, inp: 0};
            new PerformanceObserver(list => list.getEntries().forEach(e => window.seen.lcp = e.startTime))
                .observe({type: 'largest-contentful-paint', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.seen.cls += e.value; }))
                .observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(e => {
              if (e.interactionId) window.seen.inp = Math.max(window.seen.inp, e.duration);
            })).observe({type: 'event', durationThreshold: 16, buffered: true});
            """;

    private FirstPageBench() {}

    private record Visit(double kilobytes, double requests, double lcp, double cls, double inp) {}

    static void run(ServedProduct product) throws Exception {
        PageUsers users = PageUsers.create(product, "visitor", "USER", ROUNDS + 2);
        List<Visit> visits = new ArrayList<>();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(CHROMIUM))
                                .setArgs(List.of(
                                        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")))) {
            for (int round = 1; round <= ROUNDS + 2; round++) {
                Visit visit = visit(browser, product, users.token(round));
                if (round > 2) { // The first two warm the server
                    visits.add(visit);
                }
            }
        }
        Report report = new Report("first-page");
        report.row(
                "first wizard page",
                "kilobytes",
                median(visits.stream().map(Visit::kilobytes).toList()),
                "requests",
                median(visits.stream().map(Visit::requests).toList()),
                "lcp_ms",
                median(visits.stream().map(Visit::lcp).toList()),
                "cls",
                String.format(
                        java.util.Locale.ROOT,
                        "%.4f",
                        median(visits.stream().map(Visit::cls).toList())),
                "inp_ms",
                median(visits.stream().map(Visit::inp).toList()));
    }

    private static double median(List<Double> values) {
        return Report.median(values);
    }

    private static Visit visit(Browser browser, ServedProduct product, String token) {
        try (BrowserContext context = browser.newContext()) {
            context.addCookies(List.of(new Cookie("gangway_login", token)
                    .setUrl(product.address("/").toString())));
            context.addInitScript(WATCH);
            Page page = context.newPage();
            CDPSession session = context.newCDPSession(page);
            AtomicLong bytes = new AtomicLong();
            AtomicLong requests = new AtomicLong();
            session.on("Network.loadingFinished", (JsonObject event) -> {
                bytes.addAndGet(event.get("encodedDataLength").getAsLong());
                requests.incrementAndGet();
            });
            session.send("Network.enable");
            page.navigate(product.address("/onboarding/api_keys").toString());
            Locator field = page.locator("vaadin-password-field input").first();
            field.waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForTimeout(1000);
            double kilobytes = bytes.get() / 1000.0;
            double lcp = number(page, "lcp");
            field.click();
            field.pressSequentially("sk-0123456789");
            page.keyboard().press("Tab");
            page.locator("vaadin-password-field input").nth(1).click();
            page.waitForTimeout(1000);
            return new Visit(kilobytes, requests.doubleValue(), lcp, number(page, "cls"), number(page, "inp"));
        }
    }

    private static double number(Page page, String name) {
        return ((Number) page.evaluate("window.seen." + name)).doubleValue();
    }
}
