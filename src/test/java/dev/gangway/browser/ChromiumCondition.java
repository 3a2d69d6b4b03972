package dev.gangway.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs browser tests where there is a browser. */
class ChromiumCondition implements ExecutionCondition {

    /** The installed Chromium or Chrome: {@code GANGWAY_CHROMIUM}, else the usual places. */
    static Optional<Path> chromium() {
        return Stream.of(
                        Stream.ofNullable(System.getenv("GANGWAY_CHROMIUM")),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .flatMap(places -> places)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium().isPresent() || "required".equals(System.getenv("GANGWAY_BROWSER_TESTS"))) {
            return ConditionEvaluationResult.enabled("There must be a Chromium");
        }
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ChromiumCondition.class))
                .computeIfAbsent("said once", key -> {
                    System.err.println(
                            "Browser tests are skipped: no Chromium is installed (GANGWAY_CHROMIUM names one)");
                    return key;
                });
        return ConditionEvaluationResult.disabled("No Chromium is installed");
    }
}
