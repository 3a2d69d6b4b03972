package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.TutoringAction.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives a demonstration a day with lessons: one that is over, one under way, one to come, and requests for other times both ways. */
@Component
class DemoLessons {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TEN_MINUTES = 10;

    private final Purchases purchases;
    private final TutoringSessions lessons;
    private final Reschedules reschedules;
    private final Clock clock;

    DemoLessons(Purchases purchases, TutoringSessions lessons, Reschedules reschedules, Clock clock) {
        this.purchases = purchases;
        this.lessons = lessons;
        this.reschedules = reschedules;
        this.clock = clock;
    }

    /**
     * Plays the day.
     *
     * @param single a course of one student, whose first lessons are told about already
     * @param other a course of another student
     * @param group a course of three students
     */
    void play(UserId admin, UUID single, UUID other, UUID group, ZoneId zone) {
        Caller caller = new Caller(admin, "admin", Set.of(Role.ADMIN), single);
        Instant now = clock.instant();
        Instant begun = now.atZone(zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(now.atZone(zone).getMinute() / TEN_MINUTES * (long) TEN_MINUTES)
                .toInstant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (UUID each : today(caller, group, 1, begun.minus(HOUR.multipliedBy(3)), today, zone)) {
            act(caller, each, TutoringAction.START, TutoringAction.COMPLETE);
        }
        List<UUID> second = today(caller, group, 2, begun.minus(HOUR.multipliedBy(2)), today, zone);
        for (UUID each : second) {
            if (each.equals(second.getLast())) {
                lessons.absent(caller, each, Side.STUDENT);
            } else {
                act(caller, each, TutoringAction.START, TutoringAction.COMPLETE, TutoringAction.CONFIRM);
            }
        }
        today(caller, single, 7, begun, today, zone).forEach(each -> act(caller, each, TutoringAction.START));
        today(caller, other, 1, begun.plus(HOUR), today, zone);
        ask(caller, single, 8, Side.STUDENT, HOUR, "I have football until half past five that day.");
        ask(caller, single, 10, Side.TRAINER, HOUR, "I am at a tournament in the afternoon.");
        ask(caller, group, 3, Side.TRAINER, HOUR.multipliedBy(2), "The room is taken in the morning.");
    }

    private void act(Caller caller, UUID lesson, TutoringAction... actions) {
        for (TutoringAction action : actions) {
            lessons.act(caller, lesson, action);
        }
    }

    /** Has a lesson today, unless the day is too short for it, and answers what its students see of it. */
    private List<UUID> today(Caller admin, UUID purchase, int number, Instant startsAt, LocalDate today, ZoneId zone) {
        boolean isToday = LocalDate.ofInstant(startsAt, zone).equals(today);
        if (isToday) {
            UUID source = parts(admin, purchase, number).getFirst().purchaseSessionId();
            purchases.change(admin.userId(), source, new LessonChange(startsAt, null, null), null);
        }
        return isToday
                ? parts(admin, purchase, number).stream()
                        .map(TutoringSession::id)
                        .toList()
                : List.of();
    }

    private void ask(Caller admin, UUID purchase, int number, Side side, Duration later, String reason) {
        TutoringSession lesson = parts(admin, purchase, number).getFirst();
        UserId person = lesson.person(side);
        if (person != null) {
            Caller asker = new Caller(person, person.value(), Set.of(), purchase);
            reschedules.ask(asker, lesson.id(), lesson.startsAt().plus(later), reason);
        }
    }

    private List<TutoringSession> parts(Caller admin, UUID purchase, int number) {
        return lessons.page(admin, new TutoringFilter(purchase, null, null, null), null, 200).stream()
                .filter(lesson -> lesson.sessionNumber() == number)
                .toList();
    }
}
