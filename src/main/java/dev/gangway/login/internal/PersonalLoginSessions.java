package dev.gangway.login.internal;

import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands out a person's login sessions, those that ended too; never what lets anyone in. They go with the account. */
@Component
class PersonalLoginSessions implements PersonalData {

    private final PersonalRows rows;

    PersonalLoginSessions(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of(
                "account/login_sessions.json", "personal.file.login_sessions", rows.list("""
                        select id, user_id, kind, is_active, needs_onboarding, onboarding_completed, onboarding_step,
                               created_at, updated_at, last_activity, expires_at, ip_address, user_agent
                        from login_sessions where user_id = :user order by created_at desc, id
                        """), "login_sessions"));
    }
}
