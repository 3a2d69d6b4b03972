package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as a line of a list, with what its lessons have come to.
 *
 * @param zoneName whose trainers it is for; null: no zone covers its place
 * @param trainerId who was assigned; null: nobody, or they are erased
 * @param trainerName what they are called
 * @param otherTrainers how many others give lessons of it
 * @param students what they are called, in the order of the booking
 * @param startDate the day it was to begin, in its zone's time
 * @param held lessons that took place
 * @param planned lessons that are laid out and not cancelled; 0 while it waits
 * @param sync whether students and trainer see them as they are
 */
public record PurchaseRow(
        UUID id,
        String bookingId,
        String courseName,
        ClassType classType,
        PurchaseStatus status,
        @Nullable String zoneName,
        @Nullable UserId trainerId,
        @Nullable String trainerName,
        int otherTrainers,
        List<String> students,
        LocalDate startDate,
        LocalTime preferredTimeSlot,
        int totalSessions,
        int held,
        int planned,
        SyncState sync,
        Instant createdAt) {

    public PurchaseRow {
        students = List.copyOf(students);
    }
}
