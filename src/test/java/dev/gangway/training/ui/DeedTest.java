package dev.gangway.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.UserId;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import dev.gangway.training.Lesson.Person;
import dev.gangway.training.LessonType;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleStatus;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeedTest {

    private static final Instant NOW = Instant.parse("2027-03-01T16:20:00Z");
    private static final Instant TOMORROW = Instant.parse("2027-03-01T23:00:00Z");
    private static final UserId TRAINER = new UserId("trainer");
    private static final UserId ADA = new UserId("student-0");

    @Test
    void aLessonThatShouldHaveBegunCanBeStartedOrMissed() {
        Lesson lesson = lesson(NOW.minusSeconds(60), null, TutoringStatus.SCHEDULED);

        assertThat(trainers(lesson)).containsExactly(Deed.START, Deed.ABSENCE, Deed.RESCHEDULE, Deed.CANCEL);
        assertThat(students(lesson)).containsExactly(Deed.ABSENCE, Deed.RESCHEDULE);
    }

    @Test
    void nobodyIsAbsentBeforeItBeginsAndNothingIsStartedDaysBefore() {
        assertThat(trainers(lesson(NOW.plusSeconds(60), null, TutoringStatus.SCHEDULED)))
                .containsExactly(Deed.START, Deed.RESCHEDULE, Deed.CANCEL);
        assertThat(trainers(lesson(TOMORROW, null, TutoringStatus.SCHEDULED)))
                .containsExactly(Deed.RESCHEDULE, Deed.CANCEL);
    }

    @Test
    void whatIsUnderWayIsCompletedAndThenConfirmedOrDisputed() {
        assertThat(trainers(lesson(NOW, null, TutoringStatus.IN_PROGRESS)))
                .containsExactly(Deed.COMPLETE, Deed.ABSENCE);
        Lesson over = lesson(NOW, null, TutoringStatus.PENDING_CONFIRMATION);
        assertThat(trainers(over)).isEmpty();
        assertThat(students(over)).containsExactly(Deed.CONFIRM, Deed.DISPUTE);
        assertThat(students(lesson(NOW, null, TutoringStatus.DISPUTED))).containsExactly(Deed.CONFIRM);
        assertThat(students(lesson(NOW, null, TutoringStatus.CANCELLED))).isEmpty();
    }

    @Test
    void aLessonOfSeveralIsNotMovedOnceOneOfThemHasBegun() {
        assertThat(trainers(lesson(NOW, null, TutoringStatus.SCHEDULED, TutoringStatus.CANCELLED)))
                .contains(Deed.RESCHEDULE);
        assertThat(trainers(lesson(NOW, null, TutoringStatus.SCHEDULED, TutoringStatus.IN_PROGRESS)))
                .doesNotContain(Deed.RESCHEDULE)
                .contains(Deed.START, Deed.COMPLETE);
    }

    @Test
    void theOtherSideAnswersARequestAndWhoAskedTakesItBack() {
        Lesson byTrainer = lesson(TOMORROW, asked(Side.TRAINER, RescheduleStatus.OPEN), TutoringStatus.SCHEDULED);
        assertThat(trainers(byTrainer)).containsExactly(Deed.WITHDRAW, Deed.CANCEL);
        assertThat(students(byTrainer)).containsExactly(Deed.APPROVE, Deed.DECLINE);

        Lesson byStudent = lesson(TOMORROW, asked(Side.STUDENT, RescheduleStatus.OPEN), TutoringStatus.SCHEDULED);
        assertThat(trainers(byStudent)).containsExactly(Deed.APPROVE, Deed.DECLINE, Deed.CANCEL);
        assertThat(students(byStudent)).containsExactly(Deed.WITHDRAW);
    }

    @Test
    void whoHasAgreedIsNotAskedAgainAndAnOutdatedRequestMakesRoomForAnother() {
        Lesson agreed = lesson(TOMORROW, asked(Side.TRAINER, RescheduleStatus.OPEN, ADA), TutoringStatus.SCHEDULED);
        assertThat(students(agreed)).isEmpty();

        Lesson outdated = lesson(TOMORROW, asked(Side.TRAINER, RescheduleStatus.OUTDATED), TutoringStatus.SCHEDULED);
        assertThat(students(outdated)).containsExactly(Deed.RESCHEDULE);
    }

    private static List<Deed> trainers(Lesson lesson) {
        return Deed.of(lesson, Side.TRAINER, TRAINER, NOW, TOMORROW);
    }

    private static List<Deed> students(Lesson lesson) {
        return Deed.of(lesson, Side.STUDENT, ADA, NOW, TOMORROW);
    }

    private static Reschedule asked(Side side, RescheduleStatus status, UserId... approved) {
        return new Reschedule(
                new UUID(0, 9),
                new UUID(0, 1),
                1,
                side == Side.TRAINER ? TRAINER : ADA,
                side,
                TOMORROW,
                TOMORROW.plus(Duration.ofDays(1)),
                "School trip",
                status,
                NOW,
                null,
                List.of(approved));
    }

    private static Lesson lesson(Instant startsAt, @Nullable Reschedule asked, TutoringStatus... statuses) {
        List<Part> parts = Arrays.stream(statuses)
                .map(status -> new Part(new UUID(1, 0), new Person(ADA, "Ada", null), status, null, null))
                .toList();
        return new Lesson(
                new UUID(0, 1),
                1,
                10,
                "Chess",
                startsAt,
                40,
                LessonType.ONLINE,
                null,
                null,
                new Person(TRAINER, "Tess", null),
                parts,
                asked);
    }
}
