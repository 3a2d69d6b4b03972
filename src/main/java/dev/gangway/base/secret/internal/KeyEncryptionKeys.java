package dev.gangway.base.secret.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that wrap data keys: the first one wraps, all of them unwrap. */
final class KeyEncryptionKeys {

    private final KeyEncryptionKey active;
    private final Map<String, KeyEncryptionKey> byId;

    /**
     * @throws InvalidEncryptionKey when there is none, or two have the same id
     */
    KeyEncryptionKeys(List<KeyEncryptionKey> keys) {
        if (keys.isEmpty()) {
            throw new InvalidEncryptionKey("gangway.encryption.keys has no key");
        }
        Map<String, KeyEncryptionKey> found = new LinkedHashMap<>();
        for (KeyEncryptionKey key : keys) {
            if (found.put(key.id(), key) != null) {
                throw new InvalidEncryptionKey("gangway.encryption.keys has two keys with the id \"" + key.id() + "\"");
            }
        }
        this.active = keys.getFirst();
        this.byId = Map.copyOf(found);
    }

    KeyEncryptionKey active() {
        return active;
    }

    Optional<KeyEncryptionKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
