package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.WizardDefinition;
import dev.gangway.wizard.WizardDefinition.Finishing;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionRows;
import dev.gangway.wizard.definition.WizardContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads wizard sessions by their id, with what they ask: two round trips, or one where there are no responses. */
@Repository
public class Walks {

    private final JdbcClient jdbc;
    private final WizardSessionRows rows;
    private final VersionContents contents;
    private final ResponseStore responses;
    private final Clock clock;

    Walks(JdbcClient jdbc, WizardSessionRows rows, VersionContents contents, ResponseStore responses, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.contents = contents;
        this.responses = responses;
        this.clock = clock;
    }

    /** The account's own wizard session, as committed. */
    public Optional<Walk> find(UserId userId, WizardSessionId id) {
        return select(userId, id, "");
    }

    /** The account's own wizard session, locked until the transaction ends. */
    public Optional<Walk> lock(UserId userId, WizardSessionId id) {
        return select(userId, id, " for update of ws");
    }

    /** Anybody's wizard session, locked until the transaction ends. */
    Optional<Walk> lock(WizardSessionId id) {
        return select(null, id, " for update of ws");
    }

    /** How the engine sees a version that asked all of its steps. */
    WizardDefinition everything(UUID wizardId, int version) {
        return all(wizardId, version, contents.get(wizardId, version), Finishing.BY_REQUIRED_ANSWERS);
    }

    /** How the engine sees a version before anything is answered. */
    public WizardDefinition definition(UUID wizardId, int version) {
        WizardContent content = contents.get(wizardId, version);
        WizardDefinition all = everything(wizardId, version);
        Instant never = Instant.EPOCH;
        WizardSession imagined = WizardSession.start(
                new WizardSessionId(new UUID(0, 0)), new UserId("nobody"), all, content.name(), never);
        return Walk.of(imagined, content, Map.of()).session().wizard();
    }

    private Optional<Walk> select(@Nullable UserId owner, WizardSessionId id, String locking) {
        // The responses are read after the lock was got: in one statement they would be as old as its beginning.
        return jdbc.sql("""
                        select ws.*, w.key as wizard_key, w.ends_at
                        from wizard_sessions ws join wizards w on w.id = ws.wizard_id
                        where ws.id = :id and (cast(:user as text) is null or ws.user_id = :user)
                        """ + locking)
                .param("id", id.value())
                .param("user", owner == null ? null : owner.value())
                .query((row, number) -> row(row))
                .optional()
                .map(this::walk);
    }

    private Row row(ResultSet row) throws SQLException {
        UUID wizardId = row.getObject("wizard_id", UUID.class);
        int version = row.getInt("wizard_version");
        boolean builtIn = row.getString("wizard_key") != null;
        WizardContent content = contents.get(wizardId, version);
        WizardDefinition all =
                all(wizardId, version, content, builtIn ? Finishing.BY_LAST_STEP : Finishing.BY_REQUIRED_ANSWERS);
        Timestamp end = row.getTimestamp("ends_at");
        WizardSession session =
                rows.readWithPosition(row, all).endedBy(end == null ? null : end.toInstant(), clock.instant());
        return new Row(session, builtIn, content);
    }

    private Walk walk(Row row) {
        return row.builtIn()
                ? new Walk(row.session(), true, row.content(), Map.of())
                : Walk.of(
                        row.session(),
                        row.content(),
                        responses.find(row.session().id()));
    }

    private static WizardDefinition all(UUID wizardId, int version, WizardContent content, Finishing finishing) {
        List<StepDefinition> steps = content.steps().stream()
                .map(step -> new StepDefinition(step.key(), step.required()))
                .toList();
        return new WizardDefinition(wizardId, version, content.name(), steps, finishing);
    }

    private record Row(WizardSession session, boolean builtIn, WizardContent content) {}
}
