package dev.gangway.base.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads moments as ISO 8601 writes them, {@code 2026-11-21T09:30:00Z}, and as nothing else. */
final class WrittenMoments extends StdScalarDeserializer<Instant> {

    WrittenMoments() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString().strip();
        try {
            return DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
        } catch (DateTimeException wrong) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not as ISO 8601 writes moments");
        }
    }
}
