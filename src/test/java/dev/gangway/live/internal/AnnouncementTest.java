package dev.gangway.live.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.live.LiveChange;
import dev.gangway.live.Topic;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final Topic TOPIC = new Topic("topic");

    @Test
    void whatIsReadIsWhatWasWritten() {
        Announcement some = new Announcement(TOPIC, new LiveChange.Of(Set.of("a", "\"b\n", "ü")));
        Announcement anything = new Announcement(TOPIC, new LiveChange.Anything());

        assertThat(Announcement.read(some.payload())).contains(some);
        assertThat(Announcement.read(anything.payload())).contains(anything);
    }

    @Test
    void aPayloadIsNeverLongerThanTheDatabaseTakes() {
        for (String letter : new String[] {"a", "ü", "😀", "\""}) {
            for (int length = 7_950 / letter.getBytes(UTF_8).length; length < 8_010; length++) {
                Announcement one = new Announcement(TOPIC, LiveChange.of(letter.repeat(length)));

                assertThat(one.payload().getBytes(UTF_8).length).isLessThan(8_000);
                LiveChange read = Announcement.read(one.payload()).orElseThrow().change();
                assertThat(read).isIn(one.change(), new LiveChange.Anything());
            }
        }
    }

    @Test
    void whatAReplicaOfAnotherVersionSaysIsPassedOver() {
        for (String foreign : new String[] {"", "{}", "[]", "[1, {}]", "[\"Not a topic\"]", "heartbeat", "null"}) {
            assertThat(Announcement.read(foreign)).as(foreign).isEmpty();
        }
    }

    @Test
    void twoChangesAreOneUntilTheyAreTooMany() {
        LiveChange some = new LiveChange.Of(IntStream.range(0, LiveChange.MOST_IDS)
                .mapToObj(String::valueOf)
                .collect(Collectors.toSet()));

        assertThat(LiveChange.of("a").and(LiveChange.of("b"))).isEqualTo(new LiveChange.Of(Set.of("a", "b")));
        assertThat(some.and(LiveChange.of("0"))).isEqualTo(some);
        assertThat(some.and(LiveChange.of("one more"))).isEqualTo(new LiveChange.Anything());
        assertThat(LiveChange.of("a").and(new LiveChange.Anything())).isEqualTo(new LiveChange.Anything());
    }
}
