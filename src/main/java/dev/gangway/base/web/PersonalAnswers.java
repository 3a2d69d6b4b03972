package dev.gangway.base.web;

import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands out the answers that are kept for repeated requests of a person. They go with the account. */
@Component
class PersonalAnswers implements PersonalData {

    private final PersonalRows rows;

    PersonalAnswers(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of(
                "account/kept_answers.json", "personal.file.kept_answers", rows.list("""
                        select status, headers, convert_from(body, 'UTF8') as body, created_at, expires_at
                        from idempotency_keys where user_id = :user order by created_at
                        """), "idempotency_keys"));
    }
}
