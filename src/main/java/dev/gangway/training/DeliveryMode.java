package dev.gangway.training;

/** On which days lessons are. */
public enum DeliveryMode {
    /** One lesson each day from Monday to Friday. */
    WEEKDAY_DAILY,
    /** Two lessons back to back each Sunday. */
    SUNDAY_ONLY
}
