package dev.gangway.bench.forged;

import java.util.List;
import java.util.Optional;

/** What no answer may say. */
final class Secrets {

    /** How the inside of the server reads where it gets outside. */
    private static final List<String> INSIDE = List.of(
            "\\tat ",
            "\tat ",
            "java.lang.",
            "org.postgresql.",
            "org.springframework.",
            "com.vaadin.flow.",
            "dev.gangway.",
            "SQLSTATE",
            "$argon2",
            "NullPointerException");

    private final String canary;

    /** @param canary stands in what other people have answered */
    Secrets(String canary) {
        this.canary = canary;
    }

    /** What an answer to somebody says that it may not. */
    Optional<String> in(String answer, boolean isForAdministrator) {
        if (!isForAdministrator && answer.contains(canary)) {
            return Optional.of("what somebody else has answered");
        }
        return INSIDE.stream().filter(answer::contains).findFirst();
    }
}
