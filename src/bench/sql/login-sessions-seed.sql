-- 250,000 accounts, a tenth of which has not started, half of the others completed; 1,000,000 live login sessions with right copies.
insert into accounts (id, username, created_at, updated_at)
select 'many_' || n, 'many_' || n, now(), now() from generate_series(1, 250000) n;

insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status, current_step, progress_percentage,
    steps, version, started_at, last_activity_at, updated_at, completed_at, abandoned_at, total_time_seconds)
select gen_random_uuid(), 'many_' || n, '01890000-0000-7000-8000-000000000001', 1, 'Onboarding', state,
    case when state = 'completed' then 'summary'
         else (array['api_keys', 'website', 'research', 'persona', 'first_declaration', 'summary'])[n % 6 + 1] end,
    case when state = 'completed' then 100 else 33.33 end, '{}', 1, now(), now(), now(),
    case when state = 'completed' then now() end, case when state = 'abandoned' then now() end,
    case when state = 'completed' then 60 end
from generate_series(1, 250000) n,
     lateral (select case when n % 2 = 0 then 'completed' when n % 7 = 0 then 'abandoned' else 'in_progress' end as state) s
where n % 10 <> 9;

insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed, onboarding_step,
    created_at, updated_at, last_activity, expires_at, ip_address, user_agent)
select (lpad(to_hex(1760000000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
    'many_' || n % 250000 + 1, sha256(('many-token-' || n)::bytea), case when n % 3 = 0 then 'api' else 'browser' end,
    true, false, 'api_keys', now(), now(), now(), now() + interval '1 day', '192.0.2.7',
    'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'
from generate_series(1, 1000000) n;
