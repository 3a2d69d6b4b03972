package dev.gangway.audit.internal;

import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hands out what the trail says about a person and what it says they did; who else was part of it is told as a kind, not
 * as an id. With the account the database itself takes the person out of the trail.
 */
@Component
class PersonalTrail implements PersonalData {

    private final PersonalRows rows;

    PersonalTrail(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of(
                "account/audit_trail.json", "personal.file.audit_trail", rows.list("""
                        select id, at, action,
                               case when actor_id is null then 'system' when actor_id = :user then 'you'
                                    else 'someone_else' end as done_by,
                               case when user_id is null then 'nobody' when user_id = :user then 'you'
                                    else 'someone_else' end as done_to,
                               details, case when user_id = :user then personal end as personal
                        from audit_entries where user_id = :user or actor_id = :user order by id
                        """), "audit_entries"));
    }
}
