package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An active trainer of the zone who is certified for the course, at the moment of a decision.
 *
 * @param trainer who
 * @param number names them where their id would have to be erased
 * @param millimetres the way from their home to the place of the lessons; null: their home is not known
 * @param load their purchases with lessons to come
 * @param capacity how many of these they take
 * @param hours when they work
 * @param zone in which time zone
 * @param isTaken whether one of the wanted slots meets another lesson of theirs
 * @param lastAssignedAt when they were assigned last; the epoch: never
 * @param revision which state of the trainer this is: another number once their data, their load or their last assignment changed
 */
public record Candidate(
        UserId trainer,
        int number,
        @Nullable Long millimetres,
        int load,
        int capacity,
        WorkingHours hours,
        ZoneId zone,
        boolean isTaken,
        Instant lastAssignedAt,
        long revision) {

    private static final double MILLIMETRES_IN_A_KILOMETRE = 1e6;

    /** A distance as people read it; null: not known. */
    public static @Nullable Double kilometres(@Nullable Long millimetres) {
        return millimetres == null ? null : millimetres / MILLIMETRES_IN_A_KILOMETRE;
    }

    /** What is wanted of a candidate. */
    public record Wanted(List<Slot> slots, boolean hasOfflineLessons, double radiusKm) {

        public Wanted {
            slots = List.copyOf(slots);
        }

        boolean reaches(long millimetres) {
            return millimetres <= Math.round(radiusKm * MILLIMETRES_IN_A_KILOMETRE);
        }
    }

    /** The same candidate with other things to do. */
    public Candidate with(int otherLoad, boolean isThenTaken) {
        return new Candidate(
                trainer, number, millimetres, otherLoad, capacity, hours, zone, isThenTaken, lastAssignedAt, revision);
    }

    /** When they work. */
    public Shift shift() {
        return new Shift(hours, zone);
    }

    /** Hours with the time zone in which they are meant. */
    public record Shift(WorkingHours hours, ZoneId zone) {

        /** Whether each of the wanted lessons lies within them. */
        public boolean holds(Wanted wanted) {
            return wanted.slots().stream().allMatch(slot -> hours.hold(slot, zone));
        }
    }

    /** Why a candidate cannot give these lessons; null where they can. */
    public @Nullable Reason unfit(Wanted wanted) {
        return unfit(wanted, shift -> shift.holds(wanted));
    }

    /** The same, where somebody knows which hours suit. */
    @Nullable Reason unfit(Wanted wanted, Predicate<Shift> suits) {
        if (wanted.hasOfflineLessons() && millimetres == null) {
            return Reason.NO_COORDINATES;
        } else if (wanted.hasOfflineLessons() && millimetres != null && !wanted.reaches(millimetres)) {
            return Reason.TOO_FAR;
        } else if (load >= capacity) {
            return Reason.AT_CAPACITY;
        } else if (!suits.test(shift())) {
            return Reason.OUTSIDE_WORKING_HOURS;
        }
        return isTaken ? Reason.SLOT_TAKEN : null;
    }

    /** Why a candidate was passed over. */
    public enum Reason {
        /** Lessons are offline, and nobody knows where the trainer lives. */
        NO_COORDINATES,
        /** The home is farther from the lessons than the zone's radius. */
        TOO_FAR,
        /** As many purchases with lessons to come as they take. */
        AT_CAPACITY,
        /** A lesson would be outside of their working hours. */
        OUTSIDE_WORKING_HOURS,
        /** A lesson would meet another of theirs. */
        SLOT_TAKEN,
        /** Could, but another is nearer. */
        FARTHER,
        /** Could, but another has less to do. */
        HIGHER_LOAD,
        /** Could, but another has waited longer for a new assignment. */
        ASSIGNED_MORE_RECENTLY,
        /** Could, and nothing but the order of ids was against them. */
        LATER_ID
    }
}
