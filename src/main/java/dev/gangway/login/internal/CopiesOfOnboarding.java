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
                        select s.id::text
                        from login_sessions s
                        cross join onboarding_copy(null, null) none
                        left join onboarding_copies o on o.user_id = s.user_id
                        where s.user_id = ? and s.is_active and s.expires_at > now()
                          and (s.needs_onboarding, s.onboarding_completed, s.onboarding_step) is distinct from
                              (coalesce(o.needs_onboarding, none.needs_onboarding),
                               coalesce(o.onboarding_completed, none.onboarding_completed),
                               coalesce(o.onboarding_step, none.onboarding_step))
                        order by s.id
                        """)
                .param(userId.value())
                .query((row, number) -> row.getString(1))
                .list();
        return List.of(OnboardingCheck.equal("live login sessions have the right copy", List.of(), wrong));
    }
}
