package dev.gangway.training;

import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.training.internal.CourseStore;
import dev.gangway.training.internal.TrainerStore;
import dev.gangway.training.internal.WaitlistQueue;
import dev.gangway.training.internal.ZoneStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gives lessons. */
@Service
@Transactional
public class Trainers {

    private final TrainerStore store;
    private final ZoneStore zones;
    private final CourseStore courses;
    private final Accounts accounts;
    private final WaitlistQueue waitlist;
    private final AuditTrail trail;
    private final Clock clock;

    Trainers(
            TrainerStore store,
            ZoneStore zones,
            CourseStore courses,
            Accounts accounts,
            WaitlistQueue waitlist,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.zones = zones;
        this.courses = courses;
        this.accounts = accounts;
        this.waitlist = waitlist;
        this.trail = trail;
        this.clock = clock;
    }

    /** The trainer. */
    @Transactional(readOnly = true)
    public Optional<Versioned<Trainer>> find(UserId id) {
        return store.find(id);
    }

    /** The next trainers in the order of their ids; after the empty text the first. */
    @Transactional(readOnly = true)
    public List<Versioned<Trainer>> page(String after, int limit) {
        return store.page(after, limit);
    }

    /**
     * Makes an account a trainer, with the role that lets them see their lessons, or replaces what is known about one; whoever
     * waits is tried again.
     *
     * @param version the version that was read before; {@link Versioned#NONE}: it is to be made; null: the newest
     */
    public VersionedOutcome<Trainer> put(UserId admin, Trainer trainer, @Nullable Integer version) {
        Optional<Account> account = accounts.find(trainer.id());
        List<FieldProblem> problems = problems(trainer, account.isPresent());
        if (!problems.isEmpty()) {
            return new VersionedOutcome.Invalid<>(problems);
        }
        Optional<Versioned<Trainer>> before = store.hold(trainer.id());
        Optional<VersionedOutcome<Trainer>> unwritten = VersionedOutcome.unwritten(before, trainer, version);
        if (unwritten.isPresent()) {
            return unwritten.get();
        }
        if (!store.put(trainer, before.isEmpty(), clock.instant())) {
            return put(admin, trainer, version); // made by someone else a moment ago
        }
        account.ifPresent(found -> letInAsTrainer(admin, found));
        waitlist.stage();
        trail.record(AuditEvent.by(admin, "training.trainer_changed").about(trainer.id()));
        return new VersionedOutcome.Saved<>(store.find(trainer.id()).orElseThrow(), before.isEmpty());
    }

    private void letInAsTrainer(UserId admin, Account account) {
        if (!account.roles().contains(Role.TRAINER)) {
            Set<Role> roles = EnumSet.of(Role.TRAINER);
            roles.addAll(account.roles());
            accounts.changeRoles(account.id(), roles);
            trail.record(AuditEvent.by(admin, "account.roles_changed")
                    .about(account.id())
                    .with("before", names(account.roles()))
                    .with("after", names(roles)));
        }
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }

    private List<FieldProblem> problems(Trainer trainer, boolean hasAccount) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!hasAccount) {
            problems.add(FieldProblem.of("userId", "training.trainer.no_account"));
        }
        if (zones.find(trainer.zoneId()).isEmpty()) {
            problems.add(FieldProblem.of("zoneId", "training.zone.unknown"));
        }
        Set<String> known = courses.known(trainer.courseIds());
        for (int i = 0; i < trainer.courseIds().size(); i++) {
            if (!known.contains(trainer.courseIds().get(i))) {
                problems.add(FieldProblem.of("courseIds." + i, "training.course.unknown"));
            }
        }
        return problems;
    }
}
