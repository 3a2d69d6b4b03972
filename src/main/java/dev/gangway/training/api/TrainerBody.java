package dev.gangway.training.api;

import dev.gangway.training.Checks;
import dev.gangway.training.Trainer;
import dev.gangway.training.TrainerRequest;
import dev.gangway.training.Versioned;
import dev.gangway.training.WorkingHours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trainer as they are sent.
 *
 * @param userId the account; left out, it is the one of the address
 * @param home left out: not known, so that they can give online lessons only
 */
@CamelCase
record TrainerBody(
        @Nullable String userId,
        @Nullable String zoneId,
        @Nullable PlaceBody home,
        @Nullable List<@Nullable String> courseIds,
        @Nullable Integer capacity,
        @Nullable Boolean active,
        @Nullable HoursBody workingHours,
        @Nullable String timeZone,
        @Nullable Integer version) {

    /** Working hours as times of the day, such as 08:30; the end may be 24:00. */
    @CamelCase
    record HoursBody(@Nullable String from, @Nullable String to) {}

    TrainerRequest request(String id) {
        return new TrainerRequest(
                id,
                zoneId,
                home == null ? null : new TrainerRequest.Home(home.latitude(), home.longitude()),
                courseIds,
                capacity,
                active,
                workingHours == null ? null : workingHours.from(),
                workingHours == null ? null : workingHours.to(),
                timeZone);
    }

    /** The trainer; null where something is wrong. */
    @Nullable Trainer read(String id, Checks checks) {
        if (userId != null && !userId.equals(id)) {
            checks.wrong("userId", "training.trainer.other_id");
        }
        return request(id).read(checks);
    }

    /** A trainer as they are answered. */
    @CamelCase
    record Answer(
            String userId,
            String zoneId,
            @Nullable PlaceBody home,
            List<String> courseIds,
            int capacity,
            boolean active,
            HoursBody workingHours,
            String timeZone,
            int version) {

        static Answer of(Versioned<Trainer> versioned) {
            Trainer trainer = versioned.value();
            return new Answer(
                    trainer.id().value(),
                    trainer.zoneId(),
                    PlaceBody.of(trainer.home()),
                    trainer.courseIds(),
                    trainer.capacity(),
                    trainer.active(),
                    new HoursBody(
                            WorkingHours.time(trainer.hours().fromMinute()),
                            WorkingHours.time(trainer.hours().toMinute())),
                    trainer.timeZone().getId(),
                    versioned.version());
        }
    }
}
