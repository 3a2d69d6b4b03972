package dev.gangway.base.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenArgumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "--a=b", "--a=b --debug", "--a=b serve", "serve --a=b"})
    void settingsAloneAskForTheServer(String line) {
        assertThat(given(line).isServer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve backup nonsense",
                "serve --a=b backup",
                "--a=b serve backup",
                "--server.port 8081",
                "--frobnicate",
                "--help",
                "serve --help",
                "--a=b --version",
                "-h",
                "backup serve",
                "-Da=b"
            })
    void anythingElseDoesNot(String line) {
        assertThat(given(line).isServer()).isFalse();
    }

    @Test
    void settingsBeforeACommandAreNotItsOwn() {
        assertThat(given("--server.port=8081 backup --a=b mine.zip"))
                .isEqualTo(new GivenArguments(List.of("--server.port=8081"), List.of("backup", "--a=b", "mine.zip")));
    }

    @Test
    void whatIsNoSettingBehindServeIsLeftToBeRefused() {
        assertThat(given("serve --a=b backup"))
                .isEqualTo(new GivenArguments(List.of("--a=b"), List.of("serve", "backup")));
    }

    private static GivenArguments given(String line) {
        return GivenArguments.of(line.isEmpty() ? new String[0] : line.split(" "));
    }
}
