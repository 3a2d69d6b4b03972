package dev.gangway.bench.faults;

import java.util.Optional;

/**
 * What must be stored of one account.
 *
 * @param onboarding none before the start and after it was erased
 * @param other the unfinished wizard session through the other wizard
 * @param otherName what that one is called; empty where there is none
 * @param finished how many others were finished
 */
record Person(Optional<Walk> onboarding, Optional<Walk> other, String otherName, long finished) {

    static final Person NEW = new Person(Optional.empty(), Optional.empty(), "", 0);

    /** What must be stored once the deed was done. */
    Person after(Deed deed) {
        return switch (deed.kind()) {
            case START -> with(onboarding.orElse(Walk.BEGUN));
            case NEXT -> with(onboarding.orElseThrow().answered(deed.step(), deed.written()));
            case DRAFT -> with(onboarding.orElseThrow().drafted(deed.step(), deed.written()));
            case FINISH -> with(onboarding.orElseThrow().finished());
            case ERASE -> new Person(Optional.empty(), other, otherName, finished);
            case BEGIN_OTHER -> new Person(onboarding, Optional.of(Walk.BEGUN), Deed.mark(deed.number()), finished);
            case NEXT_OTHER ->
                new Person(
                        onboarding,
                        Optional.of(other.orElseThrow().answered(deed.step(), deed.written())),
                        otherName,
                        finished);
            case FINISH_OTHER -> new Person(onboarding, Optional.empty(), "", finished + 1);
        };
    }

    private Person with(Walk walk) {
        return new Person(Optional.of(walk), other, otherName, finished);
    }
}
