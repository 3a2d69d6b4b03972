-- Wizards that administrators define: their versions, and the answers that people submit in them.

alter table wizards
    alter column key drop not null,
    alter column version drop not null,
    add column updated_at  timestamptz not null default now(),
    add column archived_at timestamptz,
    add column ends_at     timestamptz,
    add constraint wizard_name unique (name),
    -- Only what is closed comes to an end, and what comes with the application is never closed.
    add constraint wizard_end check (ends_at is null or archived_at is not null),
    add constraint wizard_built_in check (key is null or (version is not null and archived_at is null));
comment on table wizards is 'Wizards by name; version is the one that new wizard sessions run, null before the first is published';
comment on column wizards.key is 'Names a wizard that comes with the application; null for those that administrators define';
comment on column wizards.ends_at is 'When wizard sessions that still run expire; null where they may go on to their end';

create table wizard_versions (
    wizard_id    uuid        not null references wizards (id) on delete cascade,
    version      integer     not null check (version >= 1),
    status       varchar(20) not null,
    content      jsonb       not null check (jsonb_typeof(content) = 'object'),
    -- Counts the savings of a draft, so that two administrators do not overwrite each other.
    revision     bigint      not null check (revision >= 1),
    created_by   varchar(255) references accounts (id) on delete set null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    published_at timestamptz,
    primary key (wizard_id, version),
    constraint wizard_version_status check (status in ('draft', 'published', 'archived')),
    constraint wizard_version_published check ((status = 'draft') = (published_at is null))
);
comment on table wizard_versions is 'What a wizard asks, version by version; frozen once published';
create unique index one_draft_a_wizard on wizard_versions (wizard_id) where status = 'draft';
create unique index one_published_version_a_wizard on wizard_versions (wizard_id) where status = 'published';
create index wizard_versions_by_author on wizard_versions (created_by) where created_by is not null;

-- Wizard sessions run on what was published: that never changes and never goes.
create function keep_published_version() returns trigger
    language plpgsql as
$$
begin
    if old.status = 'draft' then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'UPDATE' then
        if (new.wizard_id, new.version, new.content, new.revision, new.created_at, new.published_at)
               is not distinct from
           (old.wizard_id, old.version, old.content, old.revision, old.created_at, old.published_at)
            and (new.status = old.status or new.status = 'archived') then
            return new;
        end if;
    end if;
    raise exception 'A published version of a wizard never changes' using errcode = 'restrict_violation';
end
$$;

create trigger wizard_versions_stay
    before update or delete on wizard_versions
    for each row execute function keep_published_version();

insert into wizard_versions (wizard_id, version, status, content, revision, created_at, updated_at, published_at)
select id, version, 'published', '{
  "name": "Onboarding",
  "steps": [
    {"key": "api_keys", "title": "API keys", "required": true, "fields": []},
    {"key": "website", "title": "Website", "required": true, "fields": []},
    {"key": "research", "title": "Research", "required": true, "fields": []},
    {"key": "persona", "title": "Persona", "fields": []},
    {"key": "first_declaration", "title": "First declaration", "fields": []},
    {"key": "summary", "title": "Summary", "required": true, "fields": []}
  ]
}', 1, created_at, created_at, created_at
from wizards where key = 'onboarding';

alter table wizards
    add constraint wizard_runs_version foreign key (id, version) references wizard_versions (wizard_id, version);

alter table wizard_sessions
    drop constraint wizard_sessions_wizard_id_fkey,
    add constraint wizard_session_version foreign key (wizard_id, wizard_version)
        references wizard_versions (wizard_id, version);
create index wizard_sessions_by_version on wizard_sessions (wizard_id, wizard_version, id)
    where status in ('in_progress', 'abandoned');

-- An account's own, newest first. None of these columns changes at a Next that does not complete.
drop index wizard_sessions_by_account;
create index wizard_sessions_by_account on wizard_sessions (user_id, id);
create index wizard_sessions_by_account_and_wizard on wizard_sessions (user_id, wizard_id, id);
create index wizard_sessions_by_account_and_status on wizard_sessions (user_id, status, id);

create table responses (
    wizard_session_id  uuid         not null references wizard_sessions (id) on delete cascade,
    step_key           varchar(100) not null,
    user_id            varchar(255) not null references accounts (id) on delete cascade,
    data               jsonb        not null check (jsonb_typeof(data) = 'object'),
    time_spent_seconds bigint       not null check (time_spent_seconds >= 0),
    saved_at           timestamptz  not null,
    primary key (wizard_session_id, step_key)
) with (fillfactor = 70);
comment on table responses is 'The submitted answers of each step; those of the onboarding are in tables of their own';
comment on column responses.data is 'Values by field; null: was asked and left empty, absent: was never asked. Answers of what is hidden now are kept';
create index responses_by_account on responses (user_id);
