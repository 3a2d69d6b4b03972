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
    public interface Progress {

        /** Tells nobody. */
        Progress SILENT = new Progress() {};

        /**
         * Called after each batch.
         *
         * @param name what is being sealed anew
         * @param done how many are done
         * @param total how many were outdated when it began
         */
        default void resealed(String name, long done, long total) {}

        /**
         * Called for each secret that does not open; the others are sealed anew all the same.
         *
         * @param name what it is one of
         * @param row where it is
         */
        default void unreadable(String name, String row) {}
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
    public KeyRotation.Resealed resealAll(Progress progress) {
        Map<String, Long> counts = new LinkedHashMap<>();
        long unreadable = 0;
        for (SealedRows owner : owners) {
            long done = 0;
            long total = owner.outdated();
            String at = null;
            do {
                SealedRows.Batch batch = owner.reseal(at, BATCH);
                done += batch.resealed();
                unreadable += batch.unreadable().size();
                batch.unreadable().forEach(row -> progress.unreadable(owner.name(), row));
                progress.resealed(owner.name(), done, Math.max(total, done));
                at = batch.end();
            } while (at != null);
            counts.put(owner.name(), done);
        }
        return new KeyRotation.Resealed(counts, unreadable);
    }
}
