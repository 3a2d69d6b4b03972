package dev.gangway.reconcile.internal;

import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hands out what was changed about a person's rows to make them agree with their source, and which applies they started.
 * With the account the database itself deletes these changes and forgets who started.
 */
@Component
class PersonalChanges implements PersonalData {

    private final PersonalRows rows;

    PersonalChanges(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of(
                        "account/corrected_copies.json",
                        "personal.file.corrected_copies",
                        rows.list("""
                                select r.copy, c.row_id, r.started_at, c.before, c.after, c.restored
                                from reconcile_changes c join reconcile_applies r on r.id = c.apply_id
                                where c.user_id = :user order by c.apply_id, c.row_id
                                """),
                        "reconcile_changes"),
                PersonalFile.of(
                        "account/corrections_started.json",
                        "personal.file.corrections_started",
                        rows.list("""
                                select id, copy, state, started_at, finished_at, changed, skipped, undone_at,
                                       coalesce(started_by = :user, false) as started_by_you,
                                       coalesce(undone_by = :user, false) as undone_by_you
                                from reconcile_applies where started_by = :user or undone_by = :user order by id
                                """),
                        "reconcile_applies"));
    }
}
