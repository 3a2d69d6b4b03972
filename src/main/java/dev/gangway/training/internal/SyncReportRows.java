package dev.gangway.training.internal;

import dev.gangway.base.Message;
import dev.gangway.training.SyncProblem;
import dev.gangway.training.SyncReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the database says of a sync. */
@Component
class SyncReportRows {

    private final JsonMapper json;

    SyncReportRows(JsonMapper json) {
        this.json = json;
    }

    /** The report of so many purchases. */
    SyncReport report(ResultSet row, long purchases) throws SQLException {
        List<SyncProblem> problems = new ArrayList<>();
        for (JsonNode problem : json.readTree(row.getString("problems"))) {
            String student = problem.path("student").asString("");
            problems.add(new SyncProblem(
                    UUID.fromString(problem.get("row").asString()),
                    Message.of("training.sync." + problem.get("problem").asString(), student)));
        }
        return new SyncReport(
                purchases, row.getLong("created"), row.getLong("updated"), row.getLong("errors"), problems);
    }

    /** The report of one purchase, behind a savepoint. */
    TriedSync tried(ResultSet row) throws SQLException {
        return new TriedSync(report(row, 1), row.getString("failure"));
    }
}
