package dev.gangway.base;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes ids: UUIDs of version 7, ordered by time so that indexes grow at one end. */
@Component
public class Ids {

    /** A new id, never given before. */
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** A new id like those that were given at that moment. */
    public UUID at(Instant moment) {
        return UuidCreator.getTimeOrderedEpoch(moment);
    }
}
