package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;

import dev.gangway.base.LikePattern;
import dev.gangway.base.UserId;
import dev.gangway.training.Place;
import dev.gangway.training.TrainerFilter;
import dev.gangway.training.TrainerRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trainers with everything that a list says of them; a load that time has overtaken is counted anew. */
@Repository
public class TrainerOverviewStore {

    private static final String LOAD =
            "case when t.load_valid_until > :now then t.load else trainer_load(t.user_id, :now) end";

    private static final String ROWS = """
            select p.*, z.name as zone_name,
                   array(select c.name from trainer_courses k join courses c on c.id = k.course_id
                         where k.trainer_id = p.user_id order by k.position) as course_names,
                   (select count(*) from purchase_sessions s
                    where s.trainer_id = p.user_id and s.status = 'scheduled' and s.starts_at > :now) as lessons
            from page p join zones z on z.id = p.zone_id
            order by p.username collate "C"
            """;

    private final JdbcClient jdbc;

    TrainerOverviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next trainers in the order of their names. */
    public List<TrainerRow> page(TrainerFilter filter, String after, int limit, Instant now) {
        String text = filter.text().strip();
        String zone = filter.zoneId();
        TrainerFilter.State state = filter.state();
        String sql = "with page as materialized (select t.*, a.username, " + LOAD + " as load_now"
                + " from trainers t join accounts a on a.id = t.user_id where a.username collate \"C\" > :after"
                + (text.isEmpty()
                        ? ""
                        : " and lower(a.username || ' ' || coalesce(a.email, '') || ' ' || a.id) like :text")
                + (zone == null ? "" : " and t.zone_id = :zone")
                + (state == null ? "" : condition(state))
                + " order by a.username collate \"C\" limit :limit) " + ROWS;
        Map<String, Object> values = new HashMap<>(
                Map.of("after", after, "limit", limit, "now", utc(now), "text", LikePattern.inside(text)));
        if (zone != null) {
            values.put("zone", zone);
        }
        return jdbc.sql(sql).params(values).query((row, number) -> trainer(row)).list();
    }

    private static String condition(TrainerFilter.State state) {
        return switch (state) {
            case ROOM -> " and t.active and " + LOAD + " < t.capacity";
            case FULL -> " and t.active and " + LOAD + " >= t.capacity";
            case INACTIVE -> " and not t.active";
        };
    }

    /** Where the offline lessons of a zone that are to come take place. */
    public List<Place> studentHomes(String zoneId, Instant now, int limit) {
        return jdbc.sql("""
                        select distinct p.latitude, p.longitude from course_purchases p
                        where p.zone_id = :zone and exists (
                            select from purchase_sessions s
                            where s.purchase_id = p.id and s.type = 'OFFLINE' and s.status = 'scheduled' and s.starts_at > :now)
                        order by p.latitude, p.longitude limit :limit
                        """)
                .param("zone", zoneId)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> new Place(row.getDouble("latitude"), row.getDouble("longitude")))
                .list();
    }

    private static TrainerRow trainer(ResultSet row) throws SQLException {
        return new TrainerRow(
                new UserId(row.getString("user_id")),
                row.getString("username"),
                row.getString("zone_id"),
                row.getString("zone_name"),
                Columns.place(row),
                List.of((String[]) row.getArray("course_names").getArray()),
                row.getInt("load_now"),
                row.getInt("capacity"),
                row.getBoolean("active"),
                row.getInt("lessons"));
    }
}
