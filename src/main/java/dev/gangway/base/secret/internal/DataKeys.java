package dev.gangway.base.secret.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.gangway.base.secret.KeyActivated;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The data keys, unwrapped once and then kept in memory. Keys are made only by transactions of their own, so that no
 * secret is ever sealed with a key that a rollback takes away.
 */
public class DataKeys {

    /** After how long a replica that seals asks, in the background, whether another one has changed the active key. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /**
     * A data key ready to use.
     *
     * @param id names it, {@code encryption_keys.id}
     * @param aead encrypts and decrypts
     */
    public record DataKey(long id, Aead aead) {}

    private enum Active {
        KEY
    }

    private final WrappedKeys rows;
    private final KeyEncryptionKeys keks;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<Long, Aead> unwrapped = new ConcurrentHashMap<>();
    private final LoadingCache<Active, DataKey> active =
            Caffeine.newBuilder().refreshAfterWrite(FRESH).build(key -> readActive());

    DataKeys(WrappedKeys rows, KeyEncryptionKeys keks, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.keks = keks;
        this.clock = clock;
        this.events = events;
    }

    /** The key that seals. */
    public DataKey active() {
        return active.get(Active.KEY);
    }

    /** The key that seals, read anew. */
    public DataKey refresh() {
        DataKey key = readActive();
        active.put(Active.KEY, key);
        return key;
    }

    /** The key with the given id; one that this replica does not know yet is read from the table. */
    public Optional<Aead> find(long id) {
        Aead known = unwrapped.get(id);
        return known != null ? Optional.of(known) : rows.find(id).map(this::unwrap);
    }

    /** Makes a new key and has it seal from now on; whoever listens to {@link KeyActivated} takes part in the transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long activateNew() {
        rows.lock();
        long id = insert();
        events.publishEvent(new KeyActivated(id));
        return id;
    }

    /**
     * Makes the first key, where there is none, and checks that every key of the table can be unwrapped.
     *
     * @throws InvalidEncryptionKey when a key is missing in the configuration or is not the one it was
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void prepare() {
        for (String wrapper : rows.wrappers()) {
            if (keks.find(wrapper).isEmpty()) {
                throw missing(wrapper);
            }
        }
        if (rows.active().map(this::unwrap).isEmpty()) {
            rows.lock();
            if (rows.active().isEmpty()) {
                insert();
            }
        }
    }

    /** Wraps by the configuration's first key what is wrapped by another, and says how many were. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int rewrap() {
        rows.lock();
        KeyEncryptionKey kek = keks.active();
        var outdated = rows.notWrappedBy(kek.id());
        for (WrappedKey row : outdated) {
            try {
                rows.rewrap(row.id(), kek.wrap(handle(row)), kek.id(), clock.instant());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Data key " + row.id() + " cannot be wrapped by " + kek, e);
            }
        }
        return outdated.size();
    }

    private long insert() {
        KeyEncryptionKey kek = keks.active();
        try {
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return rows.insertActive(kek.wrap(handle), kek.id(), clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key cannot be made", e);
        }
    }

    private DataKey readActive() {
        WrappedKey row = rows.active().orElseThrow(() -> new IllegalStateException("No data key is active"));
        Aead known = unwrapped.get(row.id());
        return new DataKey(row.id(), known != null ? known : unwrap(row));
    }

    private Aead unwrap(WrappedKey row) {
        try {
            Aead aead = handle(row).getPrimitive(AeadConfig2026.get(), Aead.class);
            unwrapped.put(row.id(), aead);
            return aead;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Data key " + row.id() + " is of no known kind", e);
        }
    }

    private KeysetHandle handle(WrappedKey row) {
        KeyEncryptionKey kek = keks.find(row.wrappedBy()).orElseThrow(() -> missing(row.wrappedBy()));
        try {
            return kek.unwrap(row.wrapped());
        } catch (GeneralSecurityException e) {
            throw new InvalidEncryptionKey("The encryption key \"" + kek.id()
                    + "\" is not the one that the stored secrets were protected with: put the earlier one back");
        }
    }

    private static InvalidEncryptionKey missing(String id) {
        return new InvalidEncryptionKey("The encryption key \"" + id
                + "\" that stored secrets are protected with is missing: add it to gangway.encryption.keys,"
                + " or put the key file back");
    }
}
