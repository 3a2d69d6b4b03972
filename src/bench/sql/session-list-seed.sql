-- One account with a million wizard sessions of a wizard with one step, begun one minute after the other. Nobody is told of them.
insert into accounts (id, username, created_at, updated_at) values ('bench_list', 'bench_list', now(), now());
insert into account_roles (user_id, role) values ('bench_list', 'USER');
insert into wizards (id, name, created_at, updated_at)
values ('0189aaaa-0000-7000-8000-000000000001', 'Bench', now(), now());
insert into wizard_versions (wizard_id, version, status, content, revision, created_at, updated_at, published_at)
values ('0189aaaa-0000-7000-8000-000000000001', 1, 'published',
        '{"name": "Bench", "steps": [{"key": "one", "title": "One", "fields": []}]}', 1, now(), now(), now());
update wizards set version = 1 where id = '0189aaaa-0000-7000-8000-000000000001';
alter table wizard_sessions disable trigger user;
insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status, current_step, progress_percentage, steps,
    version, started_at, last_activity_at, updated_at)
select (lpad(to_hex(1700000000000 + n * 60000), 12, '0') || '7' || substr(md5('s' || n), 1, 3) || '8' || substr(md5('s' || n), 4, 15))::uuid,
       'bench_list', '0189aaaa-0000-7000-8000-000000000001', 1, 'Run ' || n, 'in_progress', 'one', 0, '{}', 1, at, at, at
from (select n, to_timestamp(1700000000 + n * 60) as at from generate_series(1::bigint, 1000000) n) runs;
alter table wizard_sessions enable trigger user;
