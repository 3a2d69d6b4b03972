package dev.gangway.base.secret.internal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that wrap data keys.
 *
 * @param keys each {@code ID:KEY}, the key 32 bytes in base64; the first one wraps, the others only unwrap
 */
@ConfigurationProperties("gangway.encryption")
record EncryptionProperties(@DefaultValue List<String> keys) {

    EncryptionProperties {
        keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
        return "EncryptionProperties[" + keys.size() + " keys]";
    }
}
