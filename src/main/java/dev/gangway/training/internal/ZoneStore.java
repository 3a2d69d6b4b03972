package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;

import dev.gangway.training.Place;
import dev.gangway.training.Versioned;
import dev.gangway.training.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Zones in the database. */
@Repository
public class ZoneStore {

    private final JdbcClient jdbc;

    ZoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The zone. */
    public Optional<Versioned<Zone>> find(String id) {
        return jdbc.sql("select * from zones where id = :id")
                .param("id", id)
                .query((row, number) -> zone(row))
                .optional();
    }

    /** The zone, held until the end of the transaction. */
    public Optional<Versioned<Zone>> hold(String id) {
        return jdbc.sql("select * from zones where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> zone(row))
                .optional();
    }

    /** The next zones in the order of their ids. */
    public List<Versioned<Zone>> page(String after, int limit) {
        return jdbc.sql("select * from zones where id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> zone(row))
                .list();
    }

    /** Writes a zone that is held or not there; false where someone else made it at the same moment. */
    public boolean put(Zone zone, boolean isNew, Instant now) {
        String sql = isNew ? """
                    insert into zones (id, name, latitude, longitude, radius_km, time_zone, active, created_at, updated_at)
                    values (:id, :name, :latitude, :longitude, :radius, :zone, :active, :now, :now)
                    on conflict (id) do nothing
                    """ : """
                    update zones set name = :name, latitude = :latitude, longitude = :longitude, radius_km = :radius,
                        time_zone = :zone, active = :active, version = version + 1, updated_at = :now
                    where id = :id
                    """;
        return jdbc.sql(sql)
                        .param("id", zone.id())
                        .param("name", zone.name())
                        .param("latitude", zone.centre().latitude())
                        .param("longitude", zone.centre().longitude())
                        .param("radius", zone.radiusKm())
                        .param("zone", zone.timeZone().getId())
                        .param("active", zone.active())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    static Versioned<Zone> zone(ResultSet row) throws SQLException {
        return new Versioned<>(
                new Zone(
                        row.getString("id"),
                        row.getString("name"),
                        new Place(row.getDouble("latitude"), row.getDouble("longitude")),
                        row.getDouble("radius_km"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getBoolean("active")),
                row.getInt("version"));
    }
}
