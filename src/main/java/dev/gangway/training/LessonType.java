package dev.gangway.training;

/** Where a lesson is. */
public enum LessonType {
    /** On a screen. */
    ONLINE,
    /** At the place of the purchase. */
    OFFLINE
}
