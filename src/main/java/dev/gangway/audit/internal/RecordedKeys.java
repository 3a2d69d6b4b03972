package dev.gangway.audit.internal;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.secret.KeyActivated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that the keys of secrets were changed, which the base cannot do itself. */
@Component
class RecordedKeys {

    private final AuditTrail trail;

    RecordedKeys(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void activated(KeyActivated key) {
        trail.record(AuditEvent.bySystem("secrets.keys_rotated").with("data_key", key.id()));
    }
}
