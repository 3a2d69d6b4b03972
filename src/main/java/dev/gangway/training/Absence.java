package dev.gangway.training;

import dev.gangway.base.security.Caller;
import dev.gangway.training.TutoringAction.Side;
import java.util.Optional;

/** What it means for a lesson that somebody was not there, by who was absent and who says so. */
enum Absence {
    /** The trainer came in vain: it counts as given, unless the student says otherwise. */
    OF_STUDENT(TutoringStatus.PENDING_CONFIRMATION),
    /** The trainer admits it: there was no lesson. */
    OF_TRAINER(TutoringStatus.CANCELLED),
    /** The student says so: an administrator has to find out. */
    OF_TRAINER_CLAIMED(TutoringStatus.DISPUTED);

    private final TutoringStatus leadsTo;

    Absence(TutoringStatus leadsTo) {
        this.leadsTo = leadsTo;
    }

    /** Empty where it is not for the caller to say: nobody notes themselves absent but trainers. */
    static Optional<Absence> of(Side absent, Caller caller, TutoringSession lesson) {
        if (lesson.isFor(caller, Side.TRAINER)) {
            return Optional.of(absent == Side.STUDENT ? OF_STUDENT : OF_TRAINER);
        }
        return absent == Side.TRAINER ? Optional.of(OF_TRAINER_CLAIMED) : Optional.empty();
    }

    TutoringStatus leadsTo() {
        return leadsTo;
    }

    /** A trainer who has begun was there. */
    boolean fits(TutoringStatus status) {
        return status == TutoringStatus.SCHEDULED || (status == TutoringStatus.IN_PROGRESS && this != OF_TRAINER);
    }
}
