package dev.gangway.base.secret;

import dev.gangway.base.secret.internal.DataKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Changes the keys that secrets are sealed with while every replica keeps running: other replicas find a key they do not
 * know in the table. Several rotations at once end with one active key and nothing sealed with another.
 */
@Service
public class KeyRotations {

    /** Rows of one transaction: few enough that a person who saves a key at that moment does not notice the wait. */
    private static final int BATCH = 200;

    private final DataKeys keys;
    private final List<SealedRows> owners;

    KeyRotations(DataKeys keys, List<SealedRows> owners) {
        this.keys = keys;
        this.owners = List.copyOf(owners);
    }

    /** Is told how far a rotation is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Called after each batch.
         *
         * @param name what is being sealed anew
         * @param done how many are done
         * @param total how many were outdated when it began
         */
        void resealed(String name, long done, long total);
    }

    /** Wraps every data key by the configuration's first key, makes a new active one and seals every secret with it. */
    public KeyRotation rotate(Progress progress) {
        int rewrapped = keys.rewrap();
        long active = keys.activateNew();
        return new KeyRotation(active, rewrapped, resealAll(progress));
    }

    /**
     * Seals anew what is still sealed with an earlier key: what a rotation left that was interrupted, or what a replica saved
     * in the seconds before it learned of the new key.
     */
    public Map<String, Long> resealAll(Progress progress) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SealedRows owner : owners) {
            counts.put(owner.name(), reseal(owner, progress));
        }
        return counts;
    }

    private static long reseal(SealedRows owner, Progress progress) {
        long total = owner.outdated();
        long done = 0;
        for (int count = owner.reseal(BATCH); count > 0; count = owner.reseal(BATCH)) {
            done += count;
            progress.resealed(owner.name(), done, Math.max(total, done));
        }
        return done;
    }
}
