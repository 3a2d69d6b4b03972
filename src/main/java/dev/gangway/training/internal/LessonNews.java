package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.live.LiveChanges;
import dev.gangway.training.LessonTopics;
import dev.gangway.training.TutoringSession;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the open pages of both sides that lessons of theirs changed, once this transaction is committed. */
@Component
public class LessonNews {

    private final LiveChanges live;
    private final JdbcClient jdbc;

    LessonNews(LiveChanges live, JdbcClient jdbc) {
        this.live = live;
        this.jdbc = jdbc;
    }

    /** Tells the two people of a lesson. */
    public void tell(TutoringSession lesson) {
        live.publish(
                LessonTopics.CHANGED,
                Stream.of(lesson.trainerId(), lesson.studentId())
                        .filter(Objects::nonNull)
                        .map(UserId::value)
                        .toList());
    }

    /** Tells everybody who has to do with the lessons of a purchase. */
    public void tellAbout(UUID purchase) {
        List<String> people = jdbc.sql("""
                        select student_id from purchase_students where purchase_id = :purchase
                        union
                        select trainer_id from purchase_sessions where purchase_id = :purchase and trainer_id is not null
                        """)
                .param("purchase", purchase)
                .query((row, number) -> row.getString(1))
                .list();
        live.publish(LessonTopics.CHANGED, people);
    }

    /** Tells these, for example from whom lessons went to another. */
    public void tell(Collection<UserId> people) {
        live.publish(LessonTopics.CHANGED, people.stream().map(UserId::value).toList());
    }

    /** Tells everybody: more changed than can be named. */
    public void tellAll() {
        live.publishAnything(LessonTopics.CHANGED);
    }
}
