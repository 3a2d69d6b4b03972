package dev.gangway.base.secret;

import java.util.Map;

/**
 * What a rotation did.
 *
 * @param activeKeyId the new active data key
 * @param rewrapped how many data keys are now wrapped by the configuration's first key and were not before
 * @param resealed what came of the stored secrets
 */
public record KeyRotation(long activeKeyId, int rewrapped, Resealed resealed) {

    /**
     * What came of sealing secrets anew.
     *
     * @param counts how many were sealed anew, by the name of their owner
     * @param unreadable how many do not open and stay as they are
     */
    public record Resealed(Map<String, Long> counts, long unreadable) {

        public Resealed {
            counts = Map.copyOf(counts);
        }
    }
}
