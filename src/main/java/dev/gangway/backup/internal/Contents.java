package dev.gangway.backup.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself, {@code contents.json}. It is written last: a file that has it is whole.
 *
 * @param format {@link #FORMAT}
 * @param schema the version of the tables, as their migrations count it
 * @param takenAt the moment of which everything is
 * @param tables each with its rows, in a file of its own
 * @param sequences where the counters stand
 */
public record Contents(int format, String schema, Instant takenAt, List<Table> tables, List<Sequence> sequences) {

    public static final int FORMAT = 1;

    /** Its name in the backup. */
    public static final String FILE = "contents.json";

    /**
     * A table.
     *
     * @param name without a schema
     * @param columns those that are stored and not computed, in their order
     * @param rows how many
     */
    public record Table(String name, List<String> columns, long rows) {

        /** Its file in the backup: as PostgreSQL copies rows as text, which each of its versions reads. */
        public String file() {
            return "tables/" + name + ".txt";
        }

        Table with(long counted) {
            return new Table(name, columns, counted);
        }
    }

    /**
     * A counter.
     *
     * @param lastValue the last that was given, null where none was
     */
    public record Sequence(String name, @Nullable Long lastValue) {}
}
