package dev.gangway.training.internal;

import dev.gangway.training.Course;
import dev.gangway.training.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Courses in the database. */
@Repository
public class CourseStore {

    private final JdbcClient jdbc;

    CourseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The course. */
    public Optional<Versioned<Course>> find(String id) {
        return jdbc.sql("select * from courses where id = :id")
                .param("id", id)
                .query((row, number) -> course(row))
                .optional();
    }

    /** The course, held until the end of the transaction. */
    public Optional<Versioned<Course>> hold(String id) {
        return jdbc.sql("select * from courses where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> course(row))
                .optional();
    }

    /** Those of the ids that are courses. */
    public Set<String> known(Collection<String> ids) {
        return jdbc.sql("select id from courses where id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> row.getString("id"))
                .set();
    }

    /** The next courses in the order of their ids. */
    public List<Versioned<Course>> page(String after, int limit) {
        return jdbc.sql("select * from courses where id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> course(row))
                .list();
    }

    /** Writes a course that is held or not there; false where someone else made it at the same moment. */
    public boolean put(Course course, boolean isNew, Instant now) {
        String sql = isNew
                ? """
                    insert into courses (id, name, created_at, updated_at) values (:id, :name, :now, :now)
                    on conflict (id) do nothing
                    """
                : "update courses set name = :name, version = version + 1, updated_at = :now where id = :id";
        return jdbc.sql(sql)
                        .param("id", course.id())
                        .param("name", course.name())
                        .param("now", Columns.utc(now))
                        .update()
                > 0;
    }

    private static Versioned<Course> course(ResultSet row) throws SQLException {
        return new Versioned<>(new Course(row.getString("id"), row.getString("name")), row.getInt("version"));
    }
}
