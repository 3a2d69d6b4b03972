package dev.gangway.live.internal;

import dev.gangway.live.LiveChange;
import dev.gangway.live.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change as it travels: JSON, the topic first and then ids, or the topic alone when everything may have changed.
 *
 * @param topic whose
 * @param change what
 */
record Announcement(Topic topic, LiveChange change) {

    /** PostgreSQL refuses what has 8000 bytes or more. */
    private static final int MOST_BYTES = 7_999;

    private static final JsonMapper JSON = new JsonMapper();

    String payload() {
        if (change instanceof LiveChange.Of(Set<String> ids)) {
            String named = JSON.writeValueAsString(
                    Stream.concat(Stream.of(topic.name()), ids.stream()).toList());
            if (named.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
                return named;
            }
        }
        return JSON.writeValueAsString(List.of(topic.name()));
    }

    /** Empty where a replica of another version says what this one does not understand. */
    static Optional<Announcement> read(String payload) {
        try {
            String[] words = JSON.readValue(payload, String[].class);
            List<String> ids = List.of(words).subList(1, words.length);
            return Optional.of(new Announcement(
                    new Topic(words[0]),
                    ids.isEmpty() ? new LiveChange.Anything() : new LiveChange.Of(Set.copyOf(ids))));
        } catch (RuntimeException foreign) {
            return Optional.empty();
        }
    }
}
