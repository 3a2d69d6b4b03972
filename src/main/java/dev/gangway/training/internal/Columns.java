package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.training.Place;
import dev.gangway.training.TutoringAction.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes the kinds of values that the tables of training share. */
final class Columns {

    private Columns() {}

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable UserId person(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : new UserId(id);
    }

    static @Nullable Place place(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Place(latitude, longitude);
    }

    static @Nullable Side side(ResultSet row, String column) throws SQLException {
        String side = row.getString(column);
        return side == null ? null : Side.valueOf(side.toUpperCase(Locale.ROOT));
    }

    /** As the tables write constants. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The values as an array that a statement can unnest; each is cast there. */
    static <T> @Nullable String[] texts(List<T> values, Function<T, @Nullable Object> text) {
        @Nullable String[] texts = new String[values.size()];
        for (int i = 0; i < texts.length; i++) {
            @Nullable Object value = text.apply(values.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
