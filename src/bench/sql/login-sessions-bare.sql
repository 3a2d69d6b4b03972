-- What the synchronisation is measured against: one statement that does nothing else.
update login_sessions s
set needs_onboarding = coalesce(o.needs_onboarding, true), onboarding_completed = coalesce(o.onboarding_completed, false),
    onboarding_step = coalesce(o.onboarding_step, 'api_keys'), updated_at = now()
from accounts a left join onboarding_copies o on o.user_id = a.id
where a.id = s.user_id and s.is_active and s.expires_at > now()
  and (s.needs_onboarding, s.onboarding_completed, s.onboarding_step) is distinct from
      (coalesce(o.needs_onboarding, true), coalesce(o.onboarding_completed, false), coalesce(o.onboarding_step, 'api_keys'));
