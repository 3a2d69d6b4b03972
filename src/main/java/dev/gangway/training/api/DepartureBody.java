package dev.gangway.training.api;

import dev.gangway.base.UserId;
import dev.gangway.training.Checks;
import dev.gangway.training.Departure;
import dev.gangway.training.Departures;
import dev.gangway.training.Handover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done where a trainer leaves, as it is sent.
 *
 * @param deactivate whether the trainer takes no new purchases from then on; left out: they do
 */
@CamelCase
record DepartureBody(
        @Nullable List<@Nullable LessonBody> lessons,
        @Nullable Boolean deactivate) {

    /** Who takes a lesson. */
    @CamelCase
    record LessonBody(
            @Nullable String purchaseSessionId, @Nullable String trainerId) {}

    private static final LessonBody NOTHING = new LessonBody(null, null);

    Departure read(Checks checks) {
        List<Handover> read = new ArrayList<>();
        List<@Nullable LessonBody> sent = lessons;
        if (sent == null) {
            checks.wrong("lessons", "problem.field.required");
            sent = List.of();
        }
        if (sent.size() > Departures.MOST) {
            checks.wrong("lessons", "departure.too_many", Departures.MOST);
            sent = List.of();
        }
        for (int i = 0; i < sent.size(); i++) {
            @Nullable LessonBody one = sent.get(i);
            read("lessons." + i, one == null ? NOTHING : one, checks).ifPresent(read::add);
        }
        return new Departure(read, Boolean.TRUE.equals(deactivate));
    }

    private static Optional<Handover> read(String field, LessonBody sent, Checks checks) {
        String lesson = checks.text(field + ".purchaseSessionId", sent.purchaseSessionId());
        String taker = checks.text(field + ".trainerId", sent.trainerId());
        if (lesson.isEmpty() || taker.isEmpty() || UserId.read(taker).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Handover(UUID.fromString(lesson), new UserId(taker)));
        } catch (IllegalArgumentException notOne) {
            checks.wrong(field + ".purchaseSessionId", "departure.no_id");
            return Optional.empty();
        }
    }
}
