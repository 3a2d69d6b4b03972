package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.UserId;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Person;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleStatus;
import dev.gangway.training.TutoringAction.Side;
import java.util.Optional;
import java.util.stream.Stream;

/** Who asks to have a lesson when, why, and how that stands. */
class RescheduleRemark extends Div {

    private RescheduleRemark(LessonWords words, Lesson lesson, Reschedule asked) {
        addClassNames("lesson-request", "lesson-request-" + LessonWords.word(asked.status()));
        Paragraph what = new Paragraph(
                asked.askedAs() == words.side()
                        ? words.of("lesson.request.mine", words.moment(asked.startsAt()))
                        : words.of(
                                "lesson.request.theirs", name(words, lesson, asked), words.moment(asked.startsAt())));
        what.addClassName("lesson-request-what");
        Paragraph reason = new Paragraph(words.of("lesson.request.reason", asked.reason()));
        Paragraph state = new Paragraph(state(words, lesson, asked));
        state.addClassName("quiet");
        add(what, reason, state);
    }

    /** Empty where nobody asked, or it is of no interest any more. */
    static Optional<RescheduleRemark> of(LessonWords words, Lesson lesson) {
        return Optional.ofNullable(lesson.reschedule())
                .filter(asked -> lesson.isToCome())
                .filter(asked -> asked.status() != RescheduleStatus.WITHDRAWN)
                .map(asked -> new RescheduleRemark(words, lesson, asked));
    }

    /** A student does not learn the names of others who sit in their lesson. */
    private static String name(LessonWords words, Lesson lesson, Reschedule asked) {
        UserId asker = asked.askedBy();
        return Stream.concat(
                        Optional.ofNullable(lesson.trainer()).stream(),
                        lesson.parts().stream().map(Lesson.Part::student))
                .filter(person -> person.id().equals(asker))
                .map(Person::name)
                .findFirst()
                .orElseGet(() -> words.of("lesson.absent." + LessonWords.word(asked.askedAs())));
    }

    private static String state(LessonWords words, Lesson lesson, Reschedule asked) {
        String key = "lesson.request." + LessonWords.word(asked.status());
        if (asked.status() != RescheduleStatus.OPEN) {
            return words.of(key);
        }
        if (asked.askedAs() == Side.TRAINER
                && words.side() == Side.TRAINER
                && lesson.parts().size() > 1) {
            return words.of(
                    key + ".some", asked.approvedBy().size(), lesson.parts().size());
        }
        if (asked.askedAs() == words.side()) {
            return words.of(key);
        }
        boolean isAnswered = lesson.parts().stream()
                .anyMatch(part -> asked.approvedBy().contains(part.student().id()));
        return words.of(isAnswered ? key + ".others" : key + ".mine");
    }
}
