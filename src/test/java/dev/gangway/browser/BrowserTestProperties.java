package dev.gangway.browser;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is set for tests in a browser, so that the application, which refuses what it does not know below {@code gangway.}, knows
 * it too where it runs in a test.
 *
 * @param browserTests {@code required} where they may not be skipped
 * @param chromium the browser
 * @param screenshots the folder for pictures
 */
@ConfigurationProperties("gangway")
record BrowserTestProperties(
        @Nullable String browserTests,
        @Nullable String chromium,
        @Nullable String screenshots) {}
