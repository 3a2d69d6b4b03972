package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import dev.gangway.training.BookingRules.Checked;
import dev.gangway.training.internal.BookingReads;
import dev.gangway.training.internal.BookingReads.Circumstances;
import dev.gangway.training.internal.BookingReads.First;
import dev.gangway.training.internal.Decisions;
import dev.gangway.training.internal.Decisions.Found;
import dev.gangway.training.internal.Savepoints;
import dev.gangway.training.internal.Search;
import dev.gangway.training.internal.StudentAccounts;
import dev.gangway.training.internal.VerdictStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a trainer for what students bought, stores the decision with its reasons, and in the same transaction the lessons as
 * trainer and students see them. One booking is decided once, however often and at whatever moment it is asked for.
 */
@Service
public class Assignments {

    /** Each lost slot was won by another assignment, so that this is reached by nobody but a stampede. */
    private static final int ATTEMPTS = 200;

    private final BookingReads bookings;
    private final VerdictStore verdicts;
    private final Decisions decisions;
    private final StudentAccounts studentAccounts;
    private final Savepoints savepoints;
    private final Clock clock;

    Assignments(
            BookingReads bookings,
            VerdictStore verdicts,
            Decisions decisions,
            StudentAccounts studentAccounts,
            Savepoints savepoints,
            Clock clock) {
        this.bookings = bookings;
        this.verdicts = verdicts;
        this.decisions = decisions;
        this.studentAccounts = studentAccounts;
        this.savepoints = savepoints;
        this.clock = clock;
    }

    /** Decides about a booking; one that was decided before is answered as then and changes nothing. */
    public AssignmentOutcome assign(UserId admin, BookingRequest request) {
        return switch (BookingRules.check(request)) {
            case Checked.Wrong(var problems) -> new AssignmentOutcome.Invalid(problems);
            case Checked.Right(var booking) -> assign(admin, booking);
        };
    }

    /** What would be decided about a booking at this moment, its own purchase left aside; nothing is changed. */
    @Transactional(readOnly = true)
    public WhatIfOutcome whatIf(BookingRequest request, double extraKm) {
        return switch (BookingRules.check(request)) {
            case Checked.Wrong(var problems) -> new WhatIfOutcome.Invalid(problems);
            case Checked.Right(var booking) -> whatIf(booking, extraKm);
        };
    }

    /** The latest verdict about a purchase. */
    @Transactional(readOnly = true)
    public Optional<Verdict> verdict(UUID purchase) {
        return verdicts.latest(purchase);
    }

    private AssignmentOutcome assign(UserId admin, Booking booking) {
        Circumstances met = bookings.circumstances(booking, 0);
        if (met.first().isPresent()) {
            return known(met.first().get());
        }
        List<FieldProblem> problems = problems(booking, met);
        if (!problems.isEmpty()) {
            return new AssignmentOutcome.Invalid(problems);
        }
        return savepoints
                .untilAnswered(ATTEMPTS, () -> attempt(admin, booking, met))
                .orElseThrow(() -> new CannotAcquireLockException("Every slot was lost to another assignment"));
    }

    /** Empty where another assignment was quicker. */
    private Optional<AssignmentOutcome> attempt(UserId admin, Booking booking, Circumstances met) {
        if (!met.areStudentsKnown()) {
            studentAccounts.ensure(admin, booking.students());
        }
        Instant now = clock.instant();
        Optional<Zone> zone = met.zone();
        if (zone.isEmpty()) {
            return decisions
                    .notAvailable(booking, admin, now)
                    .map(stored -> decided(stored, AssignmentResult.SERVICE_NOT_AVAILABLE, null))
                    .or(() -> known(booking));
        }
        List<Slot> slots = Schedule.of(booking, zone.get().timeZone());
        Found found = decisions.find(Search.of(booking, zone.get(), slots, 0, null, now));
        return switch (decisions.store(booking, zone.get(), slots, found, admin, now)) {
            case Decisions.Tried.Done(var stored) -> Optional.of(decided(stored, found.result(), found.chosen()));
            case Decisions.Tried.Known known -> known(booking);
            case Decisions.Tried.Lost lost -> Optional.empty();
        };
    }

    private static AssignmentOutcome decided(
            Decisions.Stored stored, AssignmentResult result, @Nullable UserId trainer) {
        return new AssignmentOutcome.Decided(
                stored.purchase(), stored.verdict(), result, trainer, false, result == AssignmentResult.ASSIGNED);
    }

    private Optional<AssignmentOutcome> known(Booking booking) {
        return bookings.circumstances(booking, 0).first().map(Assignments::known);
    }

    private static AssignmentOutcome known(First first) {
        return new AssignmentOutcome.Decided(
                first.purchase(), first.verdict(), first.result(), first.trainer(), true, first.isAssignedNow());
    }

    private WhatIfOutcome whatIf(Booking booking, double extraKm) {
        Circumstances met = bookings.circumstances(booking, extraKm);
        List<FieldProblem> problems = problems(booking, met);
        if (!problems.isEmpty()) {
            return new WhatIfOutcome.Invalid(problems);
        }
        Instant now = clock.instant();
        if (met.zone().isEmpty()) {
            return new WhatIfOutcome.Imagined(
                    new Verdict(null, null, AssignmentResult.SERVICE_NOT_AVAILABLE, null, true, now, List.of()));
        }
        @Nullable UUID own = met.purchase().orElse(null);
        Zone zone = met.zone().get();
        List<Slot> slots = Schedule.of(booking, zone.timeZone());
        Found found = decisions.find(Search.of(booking, zone, slots, extraKm, own, now));
        return new WhatIfOutcome.Imagined(new Verdict(
                null,
                null,
                found.result(),
                found.chosen(),
                found.isComplete(),
                now,
                VerdictStore.considered(found.judged())));
    }

    private List<FieldProblem> problems(Booking booking, Circumstances met) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!met.isCourseKnown()) {
            problems.add(FieldProblem.of("courseId", "training.course.unknown"));
        }
        if (isPast(booking, met.zone().map(Zone::timeZone).orElse(null))) {
            problems.add(FieldProblem.of("startDate", "training.booking.past"));
        }
        return problems;
    }

    /** Where no zone says what time it is, a day counts as past once it is over everywhere. */
    private boolean isPast(Booking booking, @Nullable ZoneId zone) {
        Instant now = clock.instant();
        ZoneId latest = Objects.requireNonNullElse(zone, ZoneOffset.ofHours(-12));
        LocalDate today = now.atZone(latest).toLocalDate();
        return booking.startDate().isBefore(today)
                || (zone != null
                        && Schedule.of(booking, zone).getFirst().startsAt().isBefore(now));
    }
}
