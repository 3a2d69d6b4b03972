package dev.gangway.base.secret;

import java.util.Map;

/**
 * What a rotation did.
 *
 * @param activeKeyId the new active data key
 * @param rewrapped how many data keys are now wrapped by the configuration's first key and were not before
 * @param resealed how many secrets were sealed anew, by the name of their owner
 */
public record KeyRotation(long activeKeyId, int rewrapped, Map<String, Long> resealed) {

    public KeyRotation {
        resealed = Map.copyOf(resealed);
    }
}
