package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.LikePattern;
import dev.gangway.base.UserId;
import dev.gangway.training.ClassType;
import dev.gangway.training.PurchaseFilter;
import dev.gangway.training.PurchaseRow;
import dev.gangway.training.PurchaseStatus;
import dev.gangway.training.SyncState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchases with everything that a list says of them, in one statement a page. */
@Repository
public class PurchaseOverviewStore {

    /** Tutoring sessions of lessons that took place, whatever came of them afterwards. */
    private static final String HELD = "('pending_confirmation', 'completed', 'disputed')";

    private static final String ROWS = """
            select p.*, c.name as course_name, z.name as zone_name, a.username as trainer_name, l.*, y.*,
                   array(select coalesce(s.name, x.username)
                         from purchase_students n join accounts x on x.id = n.student_id
                                  left join students s on s.user_id = n.student_id
                         where n.purchase_id = p.id order by n.position) as student_names
            from page p
                     join courses c on c.id = p.course_id
                     left join accounts a on a.id = p.trainer_id
                     left join zones z on z.id = p.zone_id
                     cross join lateral (
                select count(*) filter (where s.status <> 'cancelled') as planned,
                       count(distinct s.trainer_id) filter (where s.trainer_id <> p.trainer_id and s.status <> 'cancelled')
                           as other_trainers,
                       count(*) filter (where s.status = 'completed' or exists (
                           select from tutoring_sessions t where t.purchase_session_id = s.id and t.status in %s)) as held
                from purchase_sessions s where s.purchase_id = p.id) l
                     cross join lateral (
                select count(*) filter (where d.copy_id is null and d.problem is null) as missing,
                       count(*) filter (where d.copy_id is not null and d.problem is null) as drifted,
                       count(*) filter (where d.problem is not null)
                           + case when p.status = 'assigned' and l.planned = 0
                                       and not exists (select from purchase_sessions s where s.purchase_id = p.id)
                                  then 1 else 0 end as blocked
                from tutoring_session_disagreements d where d.purchase_id = p.id) y
            order by p.id desc
            """.formatted(HELD);

    /** Each part has an index of its own, and what is found is read by its id. */
    private static final String SEARCHED = """
            and p.id in (
                select b.id from course_purchases b where lower(b.booking_id) like :text
                union all
                select t.id from course_purchases t where t.trainer_id in (
                    select a.id from accounts a where lower(a.username || ' ' || coalesce(a.email, '') || ' ' || a.id) like :text)
                union all
                select n.purchase_id from purchase_students n where n.student_id in (
                    select a.id from accounts a where lower(a.username || ' ' || coalesce(a.email, '') || ' ' || a.id) like :text
                    union all
                    select s.user_id from students s where lower(s.name) like :text))
            """;

    private static final String TAUGHT = """
            and p.id in (
                select b.id from course_purchases b where b.trainer_id = :trainer
                union all
                select s.purchase_id from purchase_sessions s where s.trainer_id = :trainer and s.status <> 'cancelled')
            """;

    private final JdbcClient jdbc;

    PurchaseOverviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next purchases, the newest first. */
    public List<PurchaseRow> page(PurchaseFilter filter, @Nullable UUID before, int limit) {
        UserId trainer = filter.trainer();
        PurchaseStatus status = filter.status();
        String text = filter.text().strip();
        String sql = "with page as materialized (select p.* from course_purchases p where true "
                + (status == null ? "" : "and p.status = :status ")
                + (before == null ? "" : "and p.id < :before ")
                + (trainer == null ? "" : TAUGHT)
                + (text.isEmpty() ? "" : SEARCHED)
                + " order by p.id desc limit :limit) " + ROWS;
        Map<String, Object> values = new HashMap<>(Map.of("limit", limit, "text", LikePattern.inside(text)));
        if (status != null) {
            values.put("status", status.name().toLowerCase(Locale.ROOT));
        }
        if (before != null) {
            values.put("before", before);
        }
        if (trainer != null) {
            values.put("trainer", trainer.value());
        }
        return jdbc.sql(sql)
                .params(values)
                .query((row, number) -> purchase(row))
                .list();
    }

    /** One of them. */
    public Optional<PurchaseRow> find(UUID purchase) {
        return jdbc.sql("with page as materialized (select p.* from course_purchases p where p.id = :id) " + ROWS)
                .param("id", purchase)
                .query((row, number) -> purchase(row))
                .optional();
    }

    /** How many wait. */
    public int waiting() {
        return jdbc.sql("select count(*) from course_purchases where status = 'waitlisted'")
                .query(Integer.class)
                .single();
    }

    /** The lessons of a purchase of which some tutoring session is missing or wrong. */
    public Map<UUID, SyncState> disagreements(UUID purchase) {
        Map<UUID, SyncState> found = new HashMap<>();
        jdbc.sql("""
                        select purchase_session_id, count(*) filter (where copy_id is null and problem is null) as missing,
                               count(*) filter (where copy_id is not null and problem is null) as drifted,
                               count(*) filter (where problem is not null) as blocked
                        from tutoring_session_disagreements where purchase_id = :id group by 1
                        """)
                .param("id", purchase)
                .query((row, number) -> Map.entry(uuid(row, "purchase_session_id"), sync(row)))
                .list()
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    /** What people are called. */
    public Map<UserId, String> names(Collection<UserId> people) {
        Map<UserId, String> names = new HashMap<>();
        jdbc.sql("""
                        select a.id, case when t.user_id is null then coalesce(s.name, a.username) else a.username end as name
                        from accounts a left join students s on s.user_id = a.id left join trainers t on t.user_id = a.id
                        where a.id = any (:ids)
                        """)
                .param("ids", people.stream().map(UserId::value).distinct().toArray(String[]::new))
                .query((row, number) -> Map.entry(new UserId(row.getString("id")), row.getString("name")))
                .list()
                .forEach(each -> names.put(each.getKey(), each.getValue()));
        return names;
    }

    private static SyncState sync(ResultSet row) throws SQLException {
        return new SyncState(row.getInt("missing"), row.getInt("drifted"), row.getInt("blocked"));
    }

    private static PurchaseRow purchase(ResultSet row) throws SQLException {
        return new PurchaseRow(
                uuid(row, "id"),
                row.getString("booking_id"),
                row.getString("course_name"),
                ClassType.valueOf(row.getString("class_type")),
                PurchaseStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("zone_name"),
                Columns.person(row, "trainer_id"),
                row.getString("trainer_name"),
                row.getInt("other_trainers"),
                List.of((String[]) row.getArray("student_names").getArray()),
                row.getObject("start_date", LocalDate.class),
                row.getObject("preferred_time_slot", LocalTime.class),
                row.getInt("total_sessions"),
                row.getInt("held"),
                row.getInt("planned"),
                sync(row),
                Columns.instant(row, "created_at"));
    }
}
