package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.OnboardingCheck;
import dev.gangway.onboarding.OnboardingEvidence;
import dev.gangway.onboarding.StoredTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows and checks the copies of the onboarding status that login sessions keep. */
@Repository
class CopiesOfOnboarding implements OnboardingEvidence {

    private final JdbcClient jdbc;

    CopiesOfOnboarding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredTable> tables(UserId userId) {
        return List.of(new StoredTable(
                "login_sessions",
                jdbc.sql("""
                        select id, kind, is_active, needs_onboarding, onboarding_completed, onboarding_step, last_activity,
                               expires_at
                        from login_sessions where user_id = ? order by created_at desc limit 50
                        """)
                        .param(userId.value())
                        .query((row, number) -> List.of(
                                "id: " + row.getString("id"),
                                "kind: " + row.getString("kind"),
                                "is_active: " + row.getBoolean("is_active"),
                                "needs_onboarding: " + row.getBoolean("needs_onboarding"),
                                "onboarding_completed: " + row.getBoolean("onboarding_completed"),
                                "onboarding_step: " + row.getString("onboarding_step"),
                                "last_activity: "
                                        + row.getTimestamp("last_activity").toInstant(),
                                "expires_at: " + row.getTimestamp("expires_at").toInstant()))
                        .list()));
    }

    @Override
    public List<OnboardingCheck> checks(UserId userId) {
        List<String> wrong = jdbc.sql("""
                        select c.id::text from login_session_copies c
                        where c.user_id = ? and c.is_active and c.expires_at > now() and c.wrong
                        order by c.id
                        """)
                .param(userId.value())
                .query((row, number) -> row.getString(1))
                .list();
        return List.of(OnboardingCheck.equal("live login sessions have the right copy", List.of(), wrong));
    }
}
