package dev.gangway.browser;

import dev.gangway.GangwayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in Chromium against the application's own port. Skipped with one line where there is no Chromium, unless
 * {@code GANGWAY_BROWSER_TESTS=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GangwayTest
@ExtendWith(ChromiumCondition.class)
@interface BrowserTest {}
