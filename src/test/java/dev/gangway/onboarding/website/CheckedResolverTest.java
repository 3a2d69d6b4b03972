package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name server in the hands of somebody hostile, which answers each question as it likes. */
class CheckedResolverTest {

    private static final String PUBLIC = "93.184.215.14";

    private final Deque<List<String>> answers = new ArrayDeque<>();
    private final CheckedResolver resolver = new CheckedResolver(host -> next(), AllowedHosts.of(List.of()));

    @Test
    void whatIsConnectedToIsWhatWasChecked() throws UnknownHostException {
        answers.add(List.of(PUBLIC, "2606:4700:4700::1111"));
        answers.add(List.of("127.0.0.1"));

        assertThat(resolver.resolve("rebind.test", 443))
                .extracting(InetSocketAddress::getAddress)
                .containsExactly(InetAddress.ofLiteral(PUBLIC), InetAddress.ofLiteral("2606:4700:4700::1111"));
        assertThat(answers).as("questions that were not asked").hasSize(1);
    }

    @Test
    void aNameThatTurnsPrivateOnTheWayIsRefusedAtTheNextRedirect() throws UnknownHostException {
        answers.add(List.of(PUBLIC));
        answers.add(List.of("169.254.169.254"));

        resolver.resolve("rebind.test", 443);

        assertThatThrownBy(() -> resolver.resolve("rebind.test", 443)).isInstanceOf(NotPublicException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "0.0.0.0",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "2002:a00:1::",
                "fd12:3456::1",
                "fe80::1",
                "::1"
            })
    void onePrivateAddressAmongPublicOnesIsEnough(String address) {
        answers.add(List.of(PUBLIC, address, "2606:4700:4700::1111"));

        assertThatThrownBy(() -> resolver.resolve("mixed.test", 443)).isInstanceOf(NotPublicException.class);
    }

    @Test
    void aNameWithoutAnAddressIsUnknown() {
        answers.add(List.of());

        assertThatThrownBy(() -> resolver.resolve("nothing.test", 443)).isInstanceOf(UnknownHostException.class);
    }

    private InetAddress[] next() {
        return answers.removeFirst().stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
