package dev.gangway.wizard.internal.overview;

/** By what the rows are divided: the first column of an index. */
enum Branching {
    /** Wizard, step and state. */
    CLASS("class", "int"),
    /** Status, progress and range of the duration. */
    STATE("state", "int"),
    /** The day it began, in UTC. */
    STARTED_DAY("started_day", "date"),
    /** The day something last happened, in UTC. */
    ACTIVE_DAY("active_day", "date");

    private final String column;
    private final String type;

    Branching(String column, String type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    /** The same column of a row of the sample, made of what the index of the sample has. */
    String sampled() {
        return switch (this) {
            case CLASS, STATE -> "o." + column;
            case STARTED_DAY -> "cast(o.started_at at time zone 'UTC' as date)";
            case ACTIVE_DAY -> "cast(o.last_activity_at at time zone 'UTC' as date)";
        };
    }
}
