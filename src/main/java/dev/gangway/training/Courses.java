package dev.gangway.training;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.training.internal.CourseStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is taught. */
@Service
@Transactional
public class Courses {

    private final CourseStore store;
    private final AuditTrail trail;
    private final Clock clock;

    Courses(CourseStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** The course. */
    @Transactional(readOnly = true)
    public Optional<Versioned<Course>> find(String id) {
        return store.find(id);
    }

    /** The next courses in the order of their ids; after the empty text the first. */
    @Transactional(readOnly = true)
    public List<Versioned<Course>> page(String after, int limit) {
        return store.page(after, limit);
    }

    /**
     * Makes or replaces a course.
     *
     * @param version the version that was read before; {@link Versioned#NONE}: it is to be made; null: the newest
     */
    public VersionedOutcome<Course> put(UserId admin, Course course, @Nullable Integer version) {
        Optional<Versioned<Course>> before = store.hold(course.id());
        Optional<VersionedOutcome<Course>> unwritten = VersionedOutcome.unwritten(before, course, version);
        if (unwritten.isPresent()) {
            return unwritten.get();
        }
        if (!store.put(course, before.isEmpty(), clock.instant())) {
            return put(admin, course, version); // made by someone else a moment ago
        }
        trail.record(AuditEvent.by(admin, "training.course_changed").with("course", course.id()));
        return new VersionedOutcome.Saved<>(store.find(course.id()).orElseThrow(), before.isEmpty());
    }
}
