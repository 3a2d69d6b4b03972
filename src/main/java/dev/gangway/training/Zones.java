package dev.gangway.training;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.training.internal.WaitlistQueue;
import dev.gangway.training.internal.ZoneStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The areas that trainers serve. */
@Service
@Transactional
public class Zones {

    private final ZoneStore store;
    private final WaitlistQueue waitlist;
    private final AuditTrail trail;
    private final Clock clock;

    Zones(ZoneStore store, WaitlistQueue waitlist, AuditTrail trail, Clock clock) {
        this.store = store;
        this.waitlist = waitlist;
        this.trail = trail;
        this.clock = clock;
    }

    /** The zone. */
    @Transactional(readOnly = true)
    public Optional<Versioned<Zone>> find(String id) {
        return store.find(id);
    }

    /** The next zones in the order of their ids; after the empty text the first. */
    @Transactional(readOnly = true)
    public List<Versioned<Zone>> page(String after, int limit) {
        return store.page(after, limit);
    }

    /**
     * Makes or replaces a zone; whoever waits in it is tried again.
     *
     * @param version the version that was read before; {@link Versioned#NONE}: it is to be made; null: the newest
     */
    public VersionedOutcome<Zone> put(UserId admin, Zone zone, @Nullable Integer version) {
        Optional<Versioned<Zone>> before = store.hold(zone.id());
        Optional<VersionedOutcome<Zone>> unwritten = VersionedOutcome.unwritten(before, zone, version);
        if (unwritten.isPresent()) {
            return unwritten.get();
        }
        if (!store.put(zone, before.isEmpty(), clock.instant())) {
            return put(admin, zone, version); // made by someone else a moment ago
        }
        waitlist.stage();
        trail.record(AuditEvent.by(admin, "training.zone_changed").with("zone", zone.id()));
        return new VersionedOutcome.Saved<>(store.find(zone.id()).orElseThrow(), before.isEmpty());
    }
}
