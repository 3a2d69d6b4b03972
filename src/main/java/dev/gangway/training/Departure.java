package dev.gangway.training;

import java.util.List;

/**
 * What is to be done where a trainer leaves.
 *
 * @param lessons who takes which lesson; lessons that are not named stay
 * @param deactivates whether the trainer takes no new purchases from then on
 */
public record Departure(List<Handover> lessons, boolean deactivates) {

    public Departure {
        lessons = List.copyOf(lessons);
    }
}
